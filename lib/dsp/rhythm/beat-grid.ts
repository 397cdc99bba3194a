/** Beats evened out: on one exact grid if the music keeps to it, else along a smooth tempo curve. */
export type BeatGrid = {
  /** Seconds, ascending. */
  beats: Float64Array;
  /** Whether all are exactly equally far apart. */
  steady: boolean;
  /** Standard deviation of the local period over its mean: 0 on an exact grid. */
  periodVariation: number;
};

/** Times of beats `start + n · period`, in seconds. */
type Line = { start: number; period: number };

/** The first fit rests on this many beats, each further one on twice as many. */
const FIRST_BEATS = 16;
/** Residuals larger than this many median residuals do not count. */
const TUKEY_MEDIANS = 6;
const FIT_ROUNDS = 4;
/**
 * A grid is exact if at most a tenth of its stretches of this many beats leave it by more than this share of a beat, or
 * this time if that is more.
 */
const STRETCH_BEATS = 16;
const STRETCH_SHARE = 0.04;
const STRETCH_SECONDS = 0.012;
/** Beats this far from the grid, as a share of a beat, were tracked off the beat, as in a break, and are ignored. */
const SLIP_SHARE = 0.35;
/** Share of the beats that must not be ignored, and share of these that must lie within three times the above. */
const HELD_SHARE = 0.65;
const WITHIN_SHARE = 0.8;
/** Neighbours on either side that a beat is evened out with if the tempo moves. */
const NEIGHBOURS = 3;
/** Neighbours on either side that the local period is measured over. */
const PERIOD_NEIGHBOURS = 6;

/**
 * Fits a grid to tracked beats.
 *
 * @param tracked seconds, ascending, about `periodSeconds` apart
 * @throws RangeError if there are none
 */
export function fitBeatGrid(tracked: Float64Array, periodSeconds: number): BeatGrid {
  if (tracked.length === 0) throw new RangeError("a grid needs at least one beat");
  const periodVariation = variation(tracked);
  const line = steadyLine(tracked, periodSeconds);
  if (!line) return { beats: smoothed(tracked), steady: false, periodVariation };
  const first = Math.round((tracked[0] - line.start) / line.period);
  const last = Math.round((tracked[tracked.length - 1] - line.start) / line.period);
  const beats = Float64Array.from({ length: last - first + 1 }, (_, i) => line.start + (first + i) * line.period);
  return { beats, steady: true, periodVariation: 0 };
}

/**
 * A line through nearly all beats, or null. Beats are counted by the line's own period, so that a lost one does not
 * bend it.
 */
function steadyLine(tracked: Float64Array, periodSeconds: number): Line | null {
  let line: Line = { start: tracked[0], period: periodSeconds };
  for (let count = Math.min(FIRST_BEATS, tracked.length); ; count = Math.min(tracked.length, count * 2)) {
    for (let round = 0; round < FIT_ROUNDS; round++) line = refitted(tracked, count, line, round === 0);
    if (count === tracked.length) break;
  }
  return keepsTo(tracked, line) ? line : null;
}

/** Weighted least squares of time over whole beats. Large residuals are left out (Tukey's biweight). */
function refitted(tracked: Float64Array, count: number, line: Line, phaseOnly: boolean): Line {
  const residuals = Float64Array.from({ length: count }, (_, i) => residual(tracked[i], line));
  const offset = phaseOnly ? median(residuals) : 0;
  const scale = TUKEY_MEDIANS * Math.max(0.001, median(residuals.map((r) => Math.abs(r - offset))));
  const sums = { w: 0, x: 0, xx: 0, y: 0, xy: 0 };
  for (let i = 0; i < count; i++) {
    const distance = (residuals[i] - offset) / scale;
    if (Math.abs(distance) >= 1) continue;
    const w = (1 - distance * distance) ** 2;
    const x = Math.round((tracked[i] - line.start) / line.period);
    sums.w += w;
    sums.x += w * x;
    sums.xx += w * x * x;
    sums.y += w * tracked[i];
    sums.xy += w * x * tracked[i];
  }
  const spread = sums.w * sums.xx - sums.x * sums.x;
  if (phaseOnly || spread <= 1e-9) return { ...line, start: line.start + offset };
  const period = (sums.w * sums.xy - sums.x * sums.y) / spread;
  return { period, start: (sums.y - period * sums.x) / sums.w };
}

/** Seconds from the nearest beat of the line. */
function residual(seconds: number, { start, period }: Line): number {
  const beats = (seconds - start) / period;
  return (beats - Math.round(beats)) * period;
}

/** Whether the music keeps to the line all the way through. */
function keepsTo(tracked: Float64Array, line: Line): boolean {
  const residuals = tracked
    .map((seconds) => residual(seconds, line))
    .filter((r) => Math.abs(r) < SLIP_SHARE * line.period);
  if (residuals.length < HELD_SHARE * tracked.length) return false;
  const allowed = Math.max(STRETCH_SECONDS, STRETCH_SHARE * line.period);
  if (residuals.filter((r) => Math.abs(r) <= 3 * allowed).length < WITHIN_SHARE * residuals.length) return false;
  const stretches = Math.max(1, Math.floor(residuals.length / STRETCH_BEATS));
  let outside = 0;
  for (let s = 0; s < stretches; s++) {
    const from = s * STRETCH_BEATS;
    const to = s === stretches - 1 ? residuals.length : from + STRETCH_BEATS;
    if (Math.abs(median(residuals.slice(from, to))) > allowed) outside++;
  }
  return outside <= stretches / 10;
}

/** Each beat on the straight line through its neighbours, of which nearer ones count more. Seconds. */
function smoothed(tracked: Float64Array): Float64Array {
  const even = tracked.map((_, i) => localLine(tracked, i, NEIGHBOURS).at);
  for (let i = 1; i < even.length; i++) even[i] = Math.max(even[i], even[i - 1] + 1e-3);
  return even;
}

/** Standard deviation of the local period over its mean. */
function variation(tracked: Float64Array): number {
  const periods = tracked.map((_, i) => localLine(tracked, i, PERIOD_NEIGHBOURS).slope);
  const mean = periods.reduce((sum, value) => sum + value, 0) / periods.length;
  const square = periods.reduce((sum, value) => sum + (value - mean) ** 2, 0) / periods.length;
  return mean > 0 ? Math.sqrt(square) / mean : 0;
}

/** Value and slope at `index` of the line through the neighbours within `reach`. */
function localLine(values: Float64Array, index: number, reach: number): { at: number; slope: number } {
  const from = Math.max(0, index - reach);
  const to = Math.min(values.length - 1, index + reach);
  const sums = { w: 0, x: 0, xx: 0, y: 0, xy: 0 };
  for (let i = from; i <= to; i++) {
    const x = i - index;
    const w = reach + 1 - Math.abs(x);
    sums.w += w;
    sums.x += w * x;
    sums.xx += w * x * x;
    sums.y += w * values[i];
    sums.xy += w * x * values[i];
  }
  const spread = sums.w * sums.xx - sums.x * sums.x;
  if (spread <= 0) return { at: values[index], slope: 0 };
  const slope = (sums.w * sums.xy - sums.x * sums.y) / spread;
  return { at: (sums.y - slope * sums.x) / sums.w, slope };
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
