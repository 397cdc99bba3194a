import { prepareCanvas } from "@/components/waveform/screen-canvas";

/** The levels of a short waveform, 0–255, as a row has them. */
function levelsOf(overview: string): string {
  try {
    return atob(overview);
  } catch {
    return "";
  }
}

const LEAST_PX = 1;
/** A bar and the gap behind it. */
const STEP_PX = 2;

/** Paints a waveform as bars around the middle, the highest level of what each bar stands for. Sizes in CSS pixels. */
export function paintOverview(
  canvas: HTMLCanvasElement | null,
  { overview, width, height, colour }: { overview: string; width: number; height: number; colour: string },
): void {
  const screen = prepareCanvas(canvas, width, height);
  const levels = levelsOf(overview);
  if (!screen || levels.length === 0) return;
  const { context, scale } = screen;
  context.scale(scale, scale);
  context.fillStyle = colour;
  const bars = Math.max(1, Math.floor(width / STEP_PX));
  for (let bar = 0; bar < bars; bar++) {
    const from = Math.floor((bar * levels.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / bars));
    let level = 0;
    for (let at = from; at < to; at++) level = Math.max(level, levels.charCodeAt(at));
    const barPx = Math.max(LEAST_PX, (level / 255) * height);
    context.fillRect(bar * STEP_PX, (height - barPx) / 2, STEP_PX - 0.5, barPx);
  }
}
