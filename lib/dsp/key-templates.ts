/** Mean share of each scale degree in music of known key, from the tonic, chromatic. */
export type KeyProfile = { mode: "major" | "minor"; treble: number[]; bass: number[] };

/** Pitch class shares of the key's scale degrees and chords; refined by measurement on generated music. */
export const KEY_PROFILES: KeyProfile[] = [
  {
    mode: "major",
    treble: [1.0, 0.1, 0.52, 0.12, 0.72, 0.5, 0.12, 0.86, 0.12, 0.48, 0.16, 0.42],
    bass: [1.0, 0.06, 0.4, 0.06, 0.42, 0.62, 0.08, 0.8, 0.06, 0.5, 0.12, 0.22],
  },
  {
    mode: "minor",
    treble: [1.0, 0.12, 0.48, 0.74, 0.12, 0.5, 0.14, 0.86, 0.42, 0.16, 0.42, 0.26],
    bass: [1.0, 0.08, 0.3, 0.5, 0.08, 0.55, 0.08, 0.75, 0.5, 0.1, 0.48, 0.14],
  },
];

export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };

/** Pearson correlation of `values` with `profile` rotated so that its first entry meets `tonic`. */
function correlation(values: Float64Array, profile: number[], tonic: number): number {
  let meanValue = 0;
  let meanProfile = 0;
  for (let i = 0; i < 12; i++) {
    meanValue += values[i] / 12;
    meanProfile += profile[i] / 12;
  }
  let product = 0;
  let squareValue = 0;
  let squareProfile = 0;
  for (let i = 0; i < 12; i++) {
    const v = values[i] - meanValue;
    const p = profile[(i - tonic + 12) % 12] - meanProfile;
    product += v * p;
    squareValue += v * v;
    squareProfile += p * p;
  }
  return squareValue === 0 ? 0 : product / Math.sqrt(squareValue * squareProfile);
}

/**
 * The 24 keys, best first, by correlation of treble and bass chroma (pitch classes from C) with the key profiles.
 * Score −1 … 1. Krumhansl, "Cognitive foundations of musical pitch", 1990, for the method.
 */
export function scoreKeys(treble: Float64Array, bass: Float64Array, bassWeight = 0.3): KeyScore[] {
  return KEY_PROFILES.flatMap((profile) =>
    Array.from({ length: 12 }, (_, tonic) => ({
      tonic,
      mode: profile.mode,
      score:
        (1 - bassWeight) * correlation(treble, profile.treble, tonic) +
        bassWeight * correlation(bass, profile.bass, tonic),
    })),
  ).sort((a, b) => b.score - a.score);
}
