import { estimateTuning, type FineChroma, foldToPitchClasses } from "./hpcp";

/** Weight of each of `keyInputs` in a key of each mode. */
export type KeyWeights = { major: readonly number[]; minor: readonly number[] };
export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };

/** Twelve treble and twelve bass pitch classes and a constant. */
export const KEY_INPUTS = 25;

/** Square roots of the shares of the pitch classes, from the tonic upwards: treble, bass, then 1. */
export function keyInputs(chroma: FineChroma, tonic: number): Float64Array {
  const inputs = new Float64Array(KEY_INPUTS);
  const { treble, bass } = pitchClassShares(chroma);
  for (let degree = 0; degree < 12; degree++) {
    inputs[degree] = Math.sqrt(treble[(tonic + degree) % 12]);
    inputs[12 + degree] = Math.sqrt(bass[(tonic + degree) % 12]);
  }
  inputs[24] = 1;
  return inputs;
}

/** The 24 keys by a linear score of the chroma seen from their tonic, best first. */
export function scoreKeys(chroma: FineChroma, weights: KeyWeights): KeyScore[] {
  const scores: KeyScore[] = [];
  for (let tonic = 0; tonic < 12; tonic++) {
    const inputs = keyInputs(chroma, tonic);
    for (const mode of ["major", "minor"] as const) {
      scores.push({ tonic, mode, score: inputs.reduce((sum, value, i) => sum + value * weights[mode][i], 0) });
    }
  }
  return scores.sort((a, b) => b.score - a.score);
}

/** Shares of the twelve pitch classes from C at the music's own tuning; zero where a range is empty. */
export function pitchClassShares(chroma: FineChroma): {
  treble: Float64Array;
  bass: Float64Array;
  tuningCents: number;
} {
  const { cents: tuningCents } = estimateTuning(chroma.treble.map((value, i) => value + chroma.bass[i]));
  const shares = (fine: Float64Array) => {
    const classes = foldToPitchClasses(fine, tuningCents);
    const sum = classes.reduce((total, value) => total + value, 0);
    return sum > 0 ? classes.map((value) => value / sum) : classes;
  };
  return { treble: shares(chroma.treble), bass: shares(chroma.bass), tuningCents };
}
