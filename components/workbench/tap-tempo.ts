/** After so long without a tap, the next one begins anew. */
const PAUSE_MS = 2500;
const TAPS_KEPT = 12;
/** The tempo of two taps is a guess nobody wants to see. */
const LEAST_TAPS = 4;

/** The times of taps in milliseconds, with one more. */
export function withTap(taps: readonly number[], nowMs: number): number[] {
  const last = taps.at(-1);
  const isAnew = last === undefined || nowMs - last > PAUSE_MS;
  return isAnew ? [nowMs] : [...taps, nowMs].slice(-TAPS_KEPT);
}

/**
 * The tempo of taps in BPM, to a tenth: the slope of the line through them (least squares), as one tap that comes early
 * is followed by a longer wait. Null until there are enough.
 */
export function tempoOfTaps(taps: readonly number[]): number | null {
  const count = taps.length;
  if (count < LEAST_TAPS) return null;
  const middle = (count - 1) / 2;
  const mean = taps.reduce((sum, tap) => sum + tap, 0) / count;
  const covariance = taps.reduce((sum, tap, index) => sum + (index - middle) * (tap - mean), 0);
  const variance = taps.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const beatMs = covariance / variance;
  return beatMs > 0 ? Math.round(600_000 / beatMs) / 10 : null;
}
