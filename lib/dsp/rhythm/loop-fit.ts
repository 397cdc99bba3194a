/** How a file lies on its beats. */
export type LoopFit = {
  /** Length of the file in bars, if it is a whole number of them, starts on the grid and is short enough for a loop. */
  bars: number | null;
  startsOnGrid: boolean;
  endsOnGrid: boolean;
};

/** An edge of a file lies on a beat if it is this close, the smaller of the two counting: encoders add up to 50 ms. */
const TOLERANCE_SECONDS = 0.06;
const TOLERANCE_BEATS = 0.12;
const LONGEST_BEATS = 128;

/**
 * How a file lies on its beats. With fewer than two beats there is no grid, and nothing fits it.
 *
 * @param beats seconds, ascending
 */
export function loopFit(beats: readonly number[], beatsPerBar: number, durationSeconds: number): LoopFit {
  const first = beats[0];
  const last = beats[beats.length - 1];
  const period = (last - first) / (beats.length - 1);
  const tolerance = Math.min(TOLERANCE_SECONDS, TOLERANCE_BEATS * period);
  const startsOnGrid = distanceToWhole(first / period) * period <= tolerance;
  const endsOnGrid = distanceToWhole((durationSeconds - last) / period) * period <= tolerance;
  const length = durationSeconds / period;
  const bars = Math.round(length / beatsPerBar);
  const whole = bars > 0 && Math.abs(length - bars * beatsPerBar) * period <= tolerance && length < LONGEST_BEATS + 1;
  return { bars: whole && startsOnGrid ? bars : null, startsOnGrid, endsOnGrid };
}

function distanceToWhole(value: number): number {
  return Math.abs(value - Math.round(value));
}
