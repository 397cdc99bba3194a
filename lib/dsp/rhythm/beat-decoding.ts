/** Periods that a beat may have, in rows, evenly spaced in logarithms. */
const FASTEST_BPM = 250;
const SLOWEST_BPM = 28;
const PERIODS = 52;
/** An interval may differ from its period by so much, in logarithms. */
const INTERVAL_REACH = 0.06;
/** Periods on either side that the next beat may move to. */
const MOVE_PERIODS = 7;
const MIN_LOG = -20;

/** How freely beats may come, as log probabilities; what was measured on people's playing lies behind them. */
export type BeatManner = {
  /** Spread of the change of period from beat to beat, in logarithms: most changes, and the few large ones. */
  small: number;
  large: number;
  largeShare: number;
  /** Spread of an interval around its period. */
  interval: number;
  /** Added for each beat: above 0, more beats are found. */
  beat: number;
};

export const PLAYED_MANNER: BeatManner = { small: 0.05, large: 0.18, largeShare: 0.2, interval: 0.03, beat: 4 };

/** What else is known of the period: a log probability for each beat at a tempo in BPM. */
type TempoPreference = (bpm: number) => number;

const PERIOD_RATIO = (FASTEST_BPM / SLOWEST_BPM) ** (1 / (PERIODS - 1));

/**
 * The most likely beats, given the log odds of a beat in each row: the path through time and period that collects the
 * most log odds, while the period moves from beat to beat as people's does. Whiteley, Cemgil & Godsill, "Bayesian
 * modelling of temporal structure in musical audio", ISMIR 2006, with whole intervals as steps (Krebs, Böck & Widmer,
 * "An efficient state-space model for joint tempo and meter tracking", ISMIR 2015).
 *
 * @returns rows of the beats, ascending
 */
export function decodeBeats(
  odds: Float32Array,
  rowsPerSecond: number,
  manner: BeatManner,
  preference: TempoPreference = () => 0,
): number[] {
  const rows = odds.length;
  const bpms = Array.from({ length: PERIODS }, (_, k) => FASTEST_BPM / PERIOD_RATIO ** k);
  const preferred = bpms.map(preference);
  const intervals = bpms.map((bpm) => intervalsAround((60 * rowsPerSecond) / bpm, manner.interval));
  const moves = moveCosts(manner);
  // A ring as long as the longest interval: hours of music have too many rows to keep what only the next beats ask for.
  const ring = 1 + Math.max(...intervals.flatMap(({ lengths }) => [...lengths]));
  // The best score with which a beat of the next period may follow one in this row.
  const onward = new Float32Array(ring * PERIODS);
  const scores = new Float32Array(PERIODS);
  const fromPeriod = new Uint8Array(rows * PERIODS);
  const interval = new Uint8Array(rows * PERIODS);
  let most = 0;
  let end = -1;
  for (let row = 0; row < rows; row++) {
    const at = row * PERIODS;
    const own = odds[row] + manner.beat;
    for (let k = 0; k < PERIODS; k++) {
      let best = 0;
      let by = 0;
      const { lengths, costs } = intervals[k];
      for (let i = 0; i < lengths.length; i++) {
        const before = row - lengths[i];
        if (before < 0) continue;
        const score = onward[(before % ring) * PERIODS + k] + costs[i];
        if (score <= best) continue;
        best = score;
        by = lengths[i];
      }
      interval[at + k] = by;
      scores[k] = best + own + preferred[k];
      if (scores[k] > most) {
        most = scores[k];
        end = at + k;
      }
    }
    for (let k = 0; k < PERIODS; k++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = k;
      const last = Math.min(PERIODS - 1, k + MOVE_PERIODS);
      for (let other = Math.max(0, k - MOVE_PERIODS); other <= last; other++) {
        const score = scores[other] + moves[Math.abs(other - k)];
        if (score <= best) continue;
        best = score;
        from = other;
      }
      onward[(row % ring) * PERIODS + k] = best;
      fromPeriod[at + k] = from;
    }
  }
  return end < 0 ? [] : tracedBack(end, interval, fromPeriod);
}

function intervalsAround(period: number, spread: number): { lengths: Int32Array; costs: Float64Array } {
  const lengths: number[] = [];
  const from = Math.max(1, Math.round(period * Math.exp(-INTERVAL_REACH)));
  const to = Math.max(from, Math.round(period * Math.exp(INTERVAL_REACH)));
  for (let length = from; length <= to; length++) lengths.push(length);
  // A row is a coarse measure of short intervals.
  const width = Math.hypot(spread, 0.5 / period);
  const costs = lengths.map((length) => -0.5 * (Math.log(length / period) / width) ** 2);
  return { lengths: Int32Array.from(lengths), costs: Float64Array.from(costs) };
}

function moveCosts({ small, large, largeShare }: BeatManner): Float64Array {
  const step = Math.log(PERIOD_RATIO);
  const density = (apart: number, spread: number) => (Math.exp(-apart / spread) * step) / (2 * spread);
  return Float64Array.from({ length: MOVE_PERIODS + 1 }, (_, steps) => {
    const apart = steps * step;
    const near = (1 - largeShare) * Math.min(1, density(apart, small)) + largeShare * density(apart, large);
    return Math.max(MIN_LOG, Math.log(near));
  });
}

/** From the last beat, given by its place in the tables, back to the first; ascending. */
function tracedBack(end: number, interval: Uint8Array, fromPeriod: Uint8Array): number[] {
  const found: number[] = [];
  let row = Math.floor(end / PERIODS);
  let k = end % PERIODS;
  for (;;) {
    found.push(row);
    const by = interval[row * PERIODS + k];
    if (by === 0) break;
    row -= by;
    k = fromPeriod[row * PERIODS + k];
  }
  return found.reverse();
}
