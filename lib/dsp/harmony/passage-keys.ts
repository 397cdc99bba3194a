import { FeatureLayout } from "@/lib/dsp/learned/feature-layout";
import type { KeyScore } from "./key";
import { DEGREES, pitchShares, rootShares } from "./key-inputs";
import type { PitchRow } from "./pitch-rows";

/** Weights of the inputs ({@link PASSAGE_LAYOUT}) for a key of each mode. */
export type PassageWeights = { major: readonly number[]; minor: readonly number[] };

/**
 * What the key of a passage is scored by: of each degree above the tonic the root of its share, 0 … 1. Treble and bass
 * are scaled down where there is hardly a bass; "both" are the two ranges together.
 */
export const PASSAGE_LAYOUT = new FeatureLayout({
  treble: DEGREES,
  bass: DEGREES,
  both: DEGREES,
  constant: "value",
});

const CLASSES = 12;

/** The inputs for each tonic in turn, from C. */
export function passageInputs(passage: PitchRow): Float64Array[] {
  const { treble, bass, both, presence } = pitchShares(passage);
  return Array.from({ length: CLASSES }, (_, tonic) =>
    PASSAGE_LAYOUT.vector({
      treble: rootShares(treble, tonic, presence),
      bass: rootShares(bass, tonic, presence),
      both: rootShares(both, tonic),
      constant: 1,
    }),
  );
}

/**
 * Scores of the 24 keys, each tonic's major before its minor: the sum of the inputs times the weights of the mode.
 */
export function scorePassageKeys(passage: PitchRow, weights: PassageWeights): KeyScore[] {
  return passageInputs(passage).flatMap((inputs, tonic) =>
    (["major", "minor"] as const).map((mode) => ({
      tonic,
      mode,
      score: inputs.reduce((sum, value, i) => sum + value * weights[mode][i], 0),
    })),
  );
}
