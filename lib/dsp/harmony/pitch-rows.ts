import { FINE_BINS, type FineChroma, tuningWeights } from "./hpcp";

const CLASSES = 12;

/** What a row of fine chroma becomes once the tuning is known: pitch classes from C, summed over audible frames. */
export type PitchRow = {
  /** In the range of a bass, and above it: each sums to the number of frames at most. */
  bass: Float64Array;
  treble: Float64Array;
  /** Share of the bass in both, summed over the frames. */
  bassShare: number;
  frames: number;
};

/** Folds rows of fine chroma at a tuning. */
export function foldRows(rows: readonly FineChroma[], tuningCents: number): PitchRow[] {
  const { classes, weights } = tuningWeights(tuningCents);
  return rows.map(({ bass, treble, bassShare, frames }) => {
    const row = { bass: new Float64Array(CLASSES), treble: new Float64Array(CLASSES), bassShare, frames };
    for (let i = 0; i < FINE_BINS; i++) {
      row.bass[classes[i]] += weights[i] * bass[i];
      row.treble[classes[i]] += weights[i] * treble[i];
    }
    return row;
  });
}

/** Sum of the rows from index `from` to before `to`. */
export function sumRows(rows: readonly PitchRow[], from = 0, to = rows.length): PitchRow {
  const sum = { bass: new Float64Array(CLASSES), treble: new Float64Array(CLASSES), bassShare: 0, frames: 0 };
  for (let row = from; row < to; row++) {
    const { bass, treble, bassShare, frames } = rows[row];
    for (let i = 0; i < CLASSES; i++) {
      sum.bass[i] += bass[i];
      sum.treble[i] += treble[i];
    }
    sum.bassShare += bassShare;
    sum.frames += frames;
  }
  return sum;
}
