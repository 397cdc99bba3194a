import { estimateTuning, type FineChroma, foldToPitchClasses } from "./hpcp";

/** Weight of each of the inputs of `KeyEvidence` in a key of each mode. */
export type KeyWeights = { major: readonly number[]; minor: readonly number[] };
export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };

/** Twelve pitch classes of six kinds (`KeyEvidence.inputs`), and a constant. */
export const KEY_INPUTS = 73;
/** Share of the energy from which on what lies in the bass's range is a bass. */
const BASS_SHARE = 0.1;

type Part = { treble: Float64Array; bass: Float64Array; both: Float64Array; presence: number };

/** What a key is chosen by: square roots of the shares of the pitch classes from C. */
export class KeyEvidence {
  readonly tuningCents: number;
  /** `presence` is 0 without a bass, 1 with one. */
  readonly shares: { treble: Float64Array; bass: Float64Array; presence: number };
  private readonly roots: Float64Array[];

  /** `opening`, how the music begins, tells the tonic of loops that never cadence; null where nothing begins. */
  constructor(whole: FineChroma, opening: FineChroma | null, tuningCents = tuningOf(whole).cents) {
    this.tuningCents = tuningCents;
    const all = partOf(whole, tuningCents);
    const first = opening && partOf(opening, tuningCents);
    this.shares = all;
    const none = new Float64Array(12);
    const overBass = (part: Part | null) =>
      part ? [part.treble, part.bass].map((shares) => rooted(shares, part.presence)) : [none, none];
    this.roots = [...overBass(all), ...overBass(first), rooted(all.both), first ? rooted(first.both) : none];
  }

  /**
   * Seen from a tonic upwards: treble and bass of the whole, then of the opening, all four scaled down where there is
   * hardly a bass; both ranges together of the whole, then of the opening; then 1.
   */
  inputs(tonic: number): Float64Array {
    const inputs = new Float64Array(KEY_INPUTS);
    this.roots.forEach((classes, part) => {
      for (let degree = 0; degree < 12; degree++) inputs[12 * part + degree] = classes[(tonic + degree) % 12];
    });
    inputs[KEY_INPUTS - 1] = 1;
    return inputs;
  }
}

const rooted = (shares: Float64Array, scale = 1) => shares.map((share) => scale * Math.sqrt(share));

function partOf(fine: FineChroma, tuningCents: number): Part {
  const treble = pitchClassShares(fine.treble, tuningCents);
  const bass = pitchClassShares(fine.bass, tuningCents);
  const share = fine.frames > 0 ? fine.bassShare / fine.frames : 0;
  const both = treble.map((value, i) => (1 - share) * value + share * bass[i]);
  return { treble, bass, both, presence: Math.min(1, share / BASS_SHARE) };
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
