import type { Peaks } from "./peaks-format";

/** Levels of a row's short waveform. */
const LEVELS = 96;
const FULL_SCALE_OF_PEAKS = 127;

/**
 * The highest levels in `LEVELS` equal parts of the whole length, from a stored waveform: 255 is full scale. Sounds with
 * fewer points than that have one point in several parts.
 */
export function overviewLevels({ durationSeconds, levels }: Peaks): Uint8Array {
  const finest = levels[0];
  const overview = new Uint8Array(LEVELS);
  if (!finest || finest.min.length === 0 || !(durationSeconds > 0)) return overview;
  const points = finest.min.length;
  const pointsAPart = durationSeconds / finest.secondsPerPoint / LEVELS;
  for (let part = 0; part < LEVELS; part++) {
    const first = Math.min(points - 1, Math.floor(part * pointsAPart));
    const end = Math.min(points, Math.max(first + 1, Math.ceil((part + 1) * pointsAPart)));
    let highest = 0;
    for (let point = first; point < end; point++)
      highest = Math.max(highest, Math.abs(finest.min[point] ?? 0), Math.abs(finest.max[point] ?? 0));
    overview[part] = Math.min(255, Math.round((highest / FULL_SCALE_OF_PEAKS) * 255));
  }
  return overview;
}

/** As it is stored and sent: base64. */
export const overviewText = (peaks: Peaks): string => Buffer.from(overviewLevels(peaks)).toString("base64");
