import { estimateTuning, type FineChroma, foldToPitchClasses } from "./hpcp";

/** Weight of each of the inputs of `KeyEvidence` in a key of each mode. */
export type KeyWeights = { major: readonly number[]; minor: readonly number[] };
export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };

/** Twelve pitch classes of treble, bass, the opening's treble and the opening's bass, and a constant. */
export const KEY_INPUTS = 49;

/** What a key is chosen by: square roots of the shares of the pitch classes from C. */
export class KeyEvidence {
  readonly tuningCents: number;
  readonly shares: { treble: Float64Array; bass: Float64Array };
  private readonly roots: Float64Array[];

  /** `opening`, how the music begins, tells the tonic of loops that never cadence; null where nothing begins. */
  constructor(whole: FineChroma, opening: FineChroma | null, tuningCents = tuningOf(whole).cents) {
    this.tuningCents = tuningCents;
    this.shares = {
      treble: pitchClassShares(whole.treble, tuningCents),
      bass: pitchClassShares(whole.bass, tuningCents),
    };
    const none = new Float64Array(12);
    this.roots = [
      this.shares.treble,
      this.shares.bass,
      opening ? pitchClassShares(opening.treble, tuningCents) : none,
      opening ? pitchClassShares(opening.bass, tuningCents) : none,
    ].map((shares) => shares.map(Math.sqrt));
  }

  /** Seen from a tonic upwards: treble, bass, opening treble, opening bass, then 1. */
  inputs(tonic: number): Float64Array {
    const inputs = new Float64Array(KEY_INPUTS);
    this.roots.forEach((classes, part) => {
      for (let degree = 0; degree < 12; degree++) inputs[12 * part + degree] = classes[(tonic + degree) % 12];
    });
    inputs[KEY_INPUTS - 1] = 1;
    return inputs;
  }
}

/** The 24 keys, each tonic's major before its minor, by a linear score of the evidence seen from the tonic. */
export function scoreKeys(evidence: KeyEvidence, weights: KeyWeights): KeyScore[] {
  const scores: KeyScore[] = [];
  for (let tonic = 0; tonic < 12; tonic++) {
    const inputs = evidence.inputs(tonic);
    for (const mode of ["major", "minor"] as const) {
      scores.push({ tonic, mode, score: inputs.reduce((sum, value, i) => sum + value * weights[mode][i], 0) });
    }
  }
  return scores;
}

/** Deviation of a stretch of music, bass and treble together. */
export function tuningOf({ treble, bass }: FineChroma): { cents: number; clarity: number } {
  return estimateTuning(treble.map((value, i) => value + bass[i]));
}

/** Shares of the twelve pitch classes from C at a tuning; zero where there is nothing. */
function pitchClassShares(fine: Float64Array, tuningCents: number): Float64Array {
  const classes = foldToPitchClasses(fine, tuningCents);
  const sum = classes.reduce((total, value) => total + value, 0);
  return sum > 0 ? classes.map((value) => value / sum) : classes;
}
