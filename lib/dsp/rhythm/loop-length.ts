/** Beats that a loop is likely to have. */
const LOOP_BEATS = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
/** A file this far from a whole loop, in beats, may still be one: encoders add a little silence. */
const LOOP_TOLERANCE_BEATS = 0.07;
/** Longer files are not loops. */
const LONGEST_BEATS = 70;
const WHOLE_TOLERANCE_BEATS = 0.06;
/** The same as a share of the beats, for long loops. */
const WHOLE_TOLERANCE_SHARE = 0.006;

/**
 * Tempi from `minBpm` to `maxBpm` at which a file of this length has a usual number of beats, fastest last. Empty for
 * long files.
 */
export function loopTempi(durationSeconds: number, minBpm: number, maxBpm: number): number[] {
  return LOOP_BEATS.map((beats) => (beats * 60) / durationSeconds).filter((bpm) => bpm >= minBpm && bpm <= maxBpm);
}

/**
 * The tempo at which the file is a whole loop, if that is within a few hundredths of a beat of `bpm`; else `bpm`.
 *
 * @example
 * snapToLoop(119.6, 8); // 120: sixteen beats
 */
export function snapToLoop(bpm: number, durationSeconds: number): number {
  const beats = (bpm * durationSeconds) / 60;
  const whole = LOOP_BEATS.find((count) => Math.abs(count - beats) <= LOOP_TOLERANCE_BEATS);
  return whole === undefined ? bpm : (whole * 60) / durationSeconds;
}

/**
 * How exactly a file of `beats` beats ends on a multiple of `unit` beats: 1 = exactly, near 0 from a fifth of a beat
 * off. 0 for files too long to be loops and for those shorter than half a unit.
 */
export function wholeness(beats: number, unit: number): number {
  if (beats > LONGEST_BEATS) return 0;
  const nearest = Math.round(beats / unit) * unit;
  if (nearest === 0) return 0;
  const tolerance = Math.max(WHOLE_TOLERANCE_BEATS, WHOLE_TOLERANCE_SHARE * beats);
  return Math.exp(-0.5 * ((beats - nearest) / tolerance) ** 2);
}
