import type { GridLine } from "./beat-grid";

const MIN_ONSET_PIXELS = 4;

export interface PaintGridOptions {
  lines: readonly GridLine[];
  widthPixels: number;
  heightPixels: number;
  colour: string;
}

/** Draws lines over the waveform: bars in full height, numbered bars stronger, beats short. */
export function paintGridLines(context: CanvasRenderingContext2D, options: PaintGridOptions): void {
  const { lines, heightPixels, colour } = options;
  context.fillStyle = colour;
  for (const { x, bar, isNumbered } of lines) {
    context.globalAlpha = isNumbered ? 0.6 : 0.35;
    if (bar === null) {
      context.fillRect(Math.round(x), 0, 1, heightPixels * 0.12);
      context.fillRect(Math.round(x), heightPixels * 0.88, 1, heightPixels * 0.12);
    } else context.fillRect(Math.round(x) - 0.5, 0, 1.5, heightPixels);
  }
  context.globalAlpha = 1;
}

/** Draws small triangles at the lower edge, as far apart as they can be told apart. */
export function paintOnsets(
  context: CanvasRenderingContext2D,
  { xs, heightPixels, colour }: Omit<PaintGridOptions, "lines"> & { xs: readonly number[] },
): void {
  context.fillStyle = colour;
  let last = Number.NEGATIVE_INFINITY;
  for (const x of xs) {
    if (x - last < MIN_ONSET_PIXELS) continue;
    last = x;
    context.beginPath();
    context.moveTo(x, heightPixels - 7);
    context.lineTo(x + 3.5, heightPixels);
    context.lineTo(x - 3.5, heightPixels);
    context.fill();
  }
}

/** Draws the strip of bar numbers: tall ticks with a number where it fits, short ticks for beats. */
export function paintBarNumbers(context: CanvasRenderingContext2D, options: PaintGridOptions & { font: string }): void {
  const { lines, widthPixels, heightPixels, colour, font } = options;
  context.fillStyle = colour;
  context.font = font;
  context.textBaseline = "middle";
  for (const { x, bar, isNumbered } of lines) {
    const tick = bar === null ? 0.25 : isNumbered ? 1 : 0.5;
    context.fillRect(Math.round(x), heightPixels * (1 - tick), bar === null ? 1 : 1.5, heightPixels * tick);
    if (bar === null || !isNumbered) continue;
    const text = String(bar);
    const isCut = x + 5 + context.measureText(text).width > widthPixels;
    if (!isCut) context.fillText(text, Math.round(x) + 5, heightPixels / 2);
  }
}
