import { BAR_READINGS, type BarReading } from "./bar-phase";
import type { BeatActivation } from "./beat-activation";

/** A downbeat is looked for this many rows around a beat. */
const REACH_ROWS = 2;
/** Log odds where there are none, as beyond the end. */
const NOTHING = -12;
/** How much what is heard counts, and the log probability that a bar is cut short or goes on. */
export type Counting = { trust: number; slip: number };
/** Where beats were followed one by one, some may be missing. On a steady grid none is, and errors repeat. */
export const FOLLOWED: Counting = { trust: 1, slip: -5 };
export const STEADY: Counting = { trust: 0.35, slip: -12 };
/** Added for each downbeat: above 0, shorter bars are found. */
const DOWNBEAT = 0.6;

/** How beats are counted: which begin a bar, and the log probabilities of three and four beats a bar. */
export type BarPath = { downbeats: number[]; beatsPerBar: number; scores: Map<number, number> };

/**
 * Counts beats in bars of each of the `lengths`, by what the network hears of downbeats and by what is known of each
 * reading beforehand. Bars may slip, as where a beat was missed.
 *
 * @param rows of the beats, ascending, fractional
 * @param known log probability of each of `BAR_READINGS`
 */
export function decodeBars(
  { downbeat }: Pick<BeatActivation, "downbeat">,
  rows: readonly number[],
  lengths: readonly number[],
  known: (reading: BarReading) => number,
  { trust, slip }: Counting,
): BarPath {
  const odds = rows.map((row) => trust * (largestNear(downbeat, row, REACH_ROWS) + DOWNBEAT));
  const paths = lengths.map((length) => ({
    ...pathOf(odds, length, slip, (phase) => priorOf(length, phase, known)),
    length,
  }));
  const best = paths.reduce((a, b) => (b.score > a.score ? b : a));
  return {
    downbeats: best.downbeats,
    beatsPerBar: best.length,
    scores: new Map(paths.map(({ length, score }) => [length, score])),
  };
}

/** Bars of two are those of four begun on either of two beats. */
function priorOf(length: number, phase: number, known: (reading: BarReading) => number): number {
  const own = BAR_READINGS.filter(
    ({ beatsPerBar, downbeat }) => beatsPerBar === (length === 2 ? 4 : length) && downbeat % length === phase,
  );
  return Math.log(own.reduce((sum, reading) => sum + Math.exp(known(reading)), 1e-6));
}

/** The largest of the log odds up to `reach` rows around a place. */
export function largestNear(odds: Float32Array, row: number, reach: number): number {
  const centre = Math.round(row);
  let best = NOTHING;
  for (let at = centre - reach; at <= centre + reach; at++) {
    const value = odds[at];
    if (value !== undefined && value > best) best = value;
  }
  return best;
}

/** Viterbi over places in the bar. `prior` of the beat, counted from 0, that begins the first whole bar. */
function pathOf(
  odds: readonly number[],
  length: number,
  slip: number,
  prior: (phase: number) => number,
): { downbeats: number[]; score: number } {
  let scores = Float64Array.from(
    { length },
    (_, place) => prior((length - place) % length) + (place === 0 ? (odds[0] ?? 0) : 0),
  );
  const before: Uint8Array[] = [];
  for (let beat = 1; beat < odds.length; beat++) {
    const next = new Float64Array(length);
    const from = new Uint8Array(length);
    let top = 0;
    for (let place = 1; place < length; place++) if (scores[place] > scores[top]) top = place;
    for (let place = 0; place < length; place++) {
      const usual = (place + length - 1) % length;
      from[place] = scores[usual] >= scores[top] + slip ? usual : top;
      const reached = from[place] === usual ? scores[usual] : scores[top] + slip;
      next[place] = reached + (place === 0 ? odds[beat] : 0);
    }
    scores = next;
    before.push(from);
  }
  let place = scores.indexOf(Math.max(...scores));
  const score = scores[place] ?? 0;
  const downbeats: number[] = [];
  for (let beat = odds.length - 1; beat >= 0; beat--) {
    if (place === 0) downbeats.push(beat);
    if (beat > 0) place = before[beat - 1][place];
  }
  return { downbeats: downbeats.reverse(), score };
}
