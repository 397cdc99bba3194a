export type LoopFit = {
  /** Whole bars the file is long, if it starts on the grid and is not too long for a loop; else null. */
  bars: number | null;
  startsOnGrid: boolean;
  endsOnGrid: boolean;
};

/** A file's edge this close to a beat lies on it, the smaller of the two: encoders add up to 50 ms. */
const TOLERANCE_SECONDS = 0.06;
const TOLERANCE_BEATS = 0.12;
const LONGEST_BEATS = 128;

/** How a file of that length lies on its beats (seconds, ascending, at least two), `beatsPerBar` of them a bar. */
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
