import { FeatureLayout } from "@/lib/dsp/learned/feature-layout";
import { estimateTuning, type FineChroma, foldToPitchClasses } from "./hpcp";

/** Weights of the inputs ({@link KEY_LAYOUT}) for a key of each mode. */
export type KeyWeights = { major: readonly number[]; minor: readonly number[] };
/** Tonic as a pitch class from C; scores are unbounded, only their differences mean anything. */
export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };

/** Semitones above the tonic. */
const DEGREES = ["1", "b2", "2", "b3", "3", "4", "b5", "5", "b6", "6", "b7", "7"];

/**
 * The inputs that a key is scored by: of each degree above the tonic the root of its share, 0 … 1. Treble and bass of
 * the whole and of the opening are scaled down where there is hardly a bass; "both" are the two ranges together.
 */
export const KEY_LAYOUT = new FeatureLayout({
  treble: DEGREES,
  bass: DEGREES,
  openingTreble: DEGREES,
  openingBass: DEGREES,
  both: DEGREES,
  openingBoth: DEGREES,
  constant: "value",
});
type ChromaPart = Exclude<keyof typeof KEY_LAYOUT.offsets, "constant">;

/** Share of the energy from which what lies in the range of a bass is a bass. */
const BASS_SHARE = 0.1;
const CLASSES = 12;
const NOTHING = new Float64Array(CLASSES);

/** Shares of the twelve pitch classes from C, each summing to 1, or all 0. */
type Shares = { treble: Float64Array; bass: Float64Array; both: Float64Array; presence: number };

/** What a key is chosen by, seen from any tonic. */
export class KeyEvidence {
  readonly tuningCents: number;
  /** Shares of the pitch classes from C; `presence` is 0 without a bass, 1 with one. */
  readonly shares: { treble: Float64Array; bass: Float64Array; presence: number };
  /** Pitch classes from C of each part of the layout. */
  private readonly roots: [part: ChromaPart, classes: Float64Array][];

  /**
   * @param opening how the music begins, which tells the tonic of loops that never cadence; null if nothing begins here
   */
  constructor(whole: FineChroma, opening: FineChroma | null, tuningCents = tuningOf(whole).cents) {
    this.tuningCents = tuningCents;
    const all = sharesOf(whole, tuningCents);
    const first = opening && sharesOf(opening, tuningCents);
    this.shares = all;
    this.roots = [
      ["treble", roots(all.treble, all.presence)],
      ["bass", roots(all.bass, all.presence)],
      ["openingTreble", first ? roots(first.treble, first.presence) : NOTHING],
      ["openingBass", first ? roots(first.bass, first.presence) : NOTHING],
      ["both", roots(all.both)],
      ["openingBoth", first ? roots(first.both) : NOTHING],
    ];
  }

  /** The evidence for a tonic (pitch class from C), as {@link KEY_LAYOUT} says. */
  inputs(tonic: number): Float64Array {
    const inputs = new Float64Array(KEY_LAYOUT.size);
    for (const [part, classes] of this.roots) {
      const at = KEY_LAYOUT.offsets[part];
      for (let degree = 0; degree < CLASSES; degree++) inputs[at + degree] = classes[(tonic + degree) % CLASSES];
    }
    inputs[KEY_LAYOUT.offsets.constant] = 1;
    return inputs;
  }
}

const roots = (shares: Float64Array, scale = 1) => shares.map((share) => scale * Math.sqrt(share));

function sharesOf(fine: FineChroma, tuningCents: number): Shares {
  const treble = pitchClassShares(fine.treble, tuningCents);
  const bass = pitchClassShares(fine.bass, tuningCents);
  const share = fine.frames > 0 ? fine.bassShare / fine.frames : 0;
  const both = treble.map((value, i) => (1 - share) * value + share * bass[i]);
  return { treble, bass, both, presence: Math.min(1, share / BASS_SHARE) };
}

/**
 * Scores of the 24 keys, each tonic's major before its minor: the sum of the evidence times the weights of the mode.
 */
export function scoreKeys(evidence: KeyEvidence, weights: KeyWeights): KeyScore[] {
  const scores: KeyScore[] = [];
  for (let tonic = 0; tonic < CLASSES; tonic++) {
    const inputs = evidence.inputs(tonic);
    for (const mode of ["major", "minor"] as const) {
      scores.push({ tonic, mode, score: inputs.reduce((sum, value, i) => sum + value * weights[mode][i], 0) });
    }
  }
  return scores;
}

/** Deviation from A = 440 Hz of bass and treble together, as {@link estimateTuning} gives it. */
export function tuningOf({ treble, bass }: FineChroma): { cents: number; clarity: number } {
  return estimateTuning(treble.map((value, i) => value + bass[i]));
}

/** Shares of the twelve pitch classes from C at a tuning; all 0 if there is nothing. */
function pitchClassShares(fine: Float64Array, tuningCents: number): Float64Array {
  const classes = foldToPitchClasses(fine, tuningCents);
  const sum = classes.reduce((total, value) => total + value, 0);
  return sum > 0 ? classes.map((value) => value / sum) : classes;
}
