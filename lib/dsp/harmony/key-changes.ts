import { type KeyReading, keyBeliefs } from "./key";
import { PASSAGE_KEY_WEIGHTS } from "./passage-key-weights";
import { scorePassageKeys } from "./passage-keys";
import { type PitchRow, sumRows } from "./pitch-rows";

/** A key that holds from a row (may be a fraction) to the next span. */
export type KeySpan = KeyReading & { from: number };

/** Evidence (natural logarithm) that a change of key needs, because neighbouring keys share most of their notes. */
const CHANGE_COST_NEPERS = 5;
/** Advantage of the key of the whole piece in every window. */
const HOME_BONUS_NEPERS = 0.5;
const KEYS = 24;
const LEAST_BELIEF = 1e-4;

/**
 * The keys that a piece passes through: the likeliest path through the beliefs in the 24 keys over windows of two
 * blocks, which overlap by half, where every change has a cost.
 *
 * @param home the key of the whole piece, which the path prefers; the only answer if the path never leaves one key
 * @param blockRows rows of a block, at least 1
 * @returns spans in order, at least one, the first from row 0
 * @throws RangeError if a block has no rows
 */
export function keySpans(rows: readonly PitchRow[], home: KeyReading, blockRows: number): KeySpan[] {
  if (!(blockRows >= 1)) throw new RangeError(`blockRows must be at least 1, got ${blockRows}`);
  const windows = windowBeliefs(rows, blockRows);
  const path = likeliestPath(windows, keyIndex(home));
  const spans: (KeySpan & { count: number })[] = [];
  path.forEach((key, index) => {
    const belief = windows[index][key].confidence;
    const last = spans.at(-1);
    if (last && keyIndex(last) === key) {
      last.confidence += belief;
      last.count++;
    } else {
      const { tonic, mode } = windows[index][key];
      // A window reaches one block to either side of its centre.
      spans.push({ tonic, mode, confidence: belief, count: 1, from: index === 0 ? 0 : (index + 0.5) * blockRows });
    }
  });
  if (spans.length < 2) return [{ ...home, from: 0 }];
  return spans.map(({ count, confidence, ...span }) => ({ ...span, confidence: confidence / count }));
}

/** Index of a key in the order of `scoreKeys`. */
function keyIndex({ tonic, mode }: { tonic: number; mode: "major" | "minor" }): number {
  return 2 * tonic + (mode === "major" ? 0 : 1);
}

function windowBeliefs(rows: readonly PitchRow[], blockRows: number): KeyReading[][] {
  const windows: KeyReading[][] = [];
  for (let from = 0; from === 0 || from + blockRows * 1.5 <= rows.length; from += blockRows) {
    const window = sumRows(rows, from, Math.min(rows.length, from + 2 * blockRows));
    // In silence all keys are equally likely, so that the path stays where it is.
    const scores = scorePassageKeys(window, PASSAGE_KEY_WEIGHTS);
    windows.push(keyBeliefs(window.frames > 0 ? scores : scores.map((entry) => ({ ...entry, score: 0 }))));
  }
  return windows;
}

/** The key (by its index) of each window. */
function likeliestPath(windows: KeyReading[][], home: number): number[] {
  const score = new Float64Array(KEYS);
  const cameFrom: Uint8Array[] = [];
  windows.forEach((beliefs, index) => {
    const best = score.indexOf(Math.max(...score));
    const from = new Uint8Array(KEYS);
    const before = score.slice();
    for (let key = 0; key < KEYS; key++) {
      const changed = before[best] - (index === 0 ? 0 : CHANGE_COST_NEPERS);
      from[key] = before[key] >= changed ? key : best;
      const belief = Math.max(LEAST_BELIEF, beliefs[key].confidence);
      score[key] = Math.max(before[key], changed) + Math.log(belief) + (key === home ? HOME_BONUS_NEPERS : 0);
    }
    cameFrom.push(from);
  });
  const path: number[] = [];
  let key = score.indexOf(Math.max(...score));
  for (let index = windows.length - 1; index >= 0; index--) {
    path.unshift(key);
    key = cameFrom[index][key];
  }
  return path;
}
