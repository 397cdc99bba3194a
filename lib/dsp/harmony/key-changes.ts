import { sumChroma } from "./chroma-timeline";
import type { FineChroma } from "./hpcp";
import { type KeyReading, keyBeliefs } from "./key";
import { KeyEvidence, scoreKeys } from "./key-scores";
import { PASSAGE_KEY_WEIGHTS } from "./key-weights";

/** A key from a row on, until the next. */
export type KeySpan = KeyReading & { from: number };

/** Nepers of evidence against staying that a change of key needs: neighbouring keys share most of their notes. */
const CHANGE_COST = 5;
const LEAST_BELIEF = 1e-4;

/**
 * The keys a piece passes through: beliefs in the 24 keys over windows of two blocks of `blockRows`, overlapping by
 * half, and the likeliest path through them where a change is costly. `home` is the key of the whole piece: it is the
 * answer where the path never leaves one key, and the path prefers it.
 */
export function keySpans(
  rows: readonly FineChroma[],
  tuningCents: number,
  home: KeyReading,
  blockRows: number,
): KeySpan[] {
  const windows = windowBeliefs(rows, tuningCents, blockRows);
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
      // The window reaches one block to either side of where it is centred.
      spans.push({ tonic, mode, confidence: belief, count: 1, from: index === 0 ? 0 : (index + 0.5) * blockRows });
    }
  });
  if (spans.length < 2) return [{ ...home, from: 0 }];
  return spans.map(({ count, confidence, ...span }) => ({ ...span, confidence: confidence / count }));
}

/** Place in the order of `scoreKeys`. */
function keyIndex({ tonic, mode }: { tonic: number; mode: "major" | "minor" }): number {
  return 2 * tonic + (mode === "major" ? 0 : 1);
}

function windowBeliefs(rows: readonly FineChroma[], tuningCents: number, blockRows: number): KeyReading[][] {
  const windows: KeyReading[][] = [];
  for (let from = 0; from === 0 || from + blockRows * 1.5 <= rows.length; from += blockRows) {
    const window = sumChroma(rows, from, Math.min(rows.length, from + 2 * blockRows));
    // In silence every key is as likely as any other, so that the path stays where it is.
    const scores = scoreKeys(new KeyEvidence(window, null, tuningCents), PASSAGE_KEY_WEIGHTS);
    windows.push(keyBeliefs(window.frames > 0 ? scores : scores.map((entry) => ({ ...entry, score: 0 }))));
  }
  return windows;
}

function likeliestPath(windows: KeyReading[][], home: number): number[] {
  const score = new Float64Array(24);
  const cameFrom: Uint8Array[] = [];
  windows.forEach((beliefs, index) => {
    const best = score.indexOf(Math.max(...score));
    const from = new Uint8Array(24);
    const before = score.slice();
    for (let key = 0; key < 24; key++) {
      const changed = before[best] - (index === 0 ? 0 : CHANGE_COST);
      from[key] = before[key] >= changed ? key : best;
      const belief = Math.max(LEAST_BELIEF, beliefs[key].confidence);
      score[key] = Math.max(before[key], changed) + Math.log(belief) + (key === home ? 0.5 : 0);
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
