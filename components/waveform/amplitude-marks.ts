import { formatDecimal } from "@/lib/music/notation";

const CANDIDATES_DB = Array.from({ length: 33 }, (_, step) => -3 * step);
/** A label needs this much room. */
const ROOM_PIXELS = 15;
/** Labels keep this far from the edges. */
const EDGE_PIXELS = 8;

export interface AmplitudeMark {
  label: string;
  /** CSS pixels from the top. */
  y: number;
}

/** Levels above and below the axis, in dBFS, as far as there is room. `gain` is how much the waveform is amplified. */
export function amplitudeMarks(gain: number, heightPixels: number): AmplitudeMark[] {
  const middle = heightPixels / 2;
  const marks: AmplitudeMark[] = [{ label: "−∞", y: middle }];
  let last = Number.POSITIVE_INFINITY;
  for (const level of CANDIDATES_DB) {
    const reach = 10 ** (level / 20) * gain * middle;
    if (reach > middle - EDGE_PIXELS || last - reach < ROOM_PIXELS || reach < ROOM_PIXELS) continue;
    last = reach;
    const label = formatDecimal(level, 0);
    marks.push({ label, y: middle - reach }, { label, y: middle + reach });
  }
  return marks.toSorted((a, b) => a.y - b.y);
}
