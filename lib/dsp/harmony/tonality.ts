/**
 * Mean weight of the degrees above the tonic in major and in minor: what any tonal music looks like. The key itself is
 * chosen by `key-scores.ts`.
 */
const PROFILES = [
  {
    treble: [1.0, 0.1, 0.52, 0.12, 0.72, 0.5, 0.12, 0.86, 0.12, 0.48, 0.16, 0.42],
    bass: [1.0, 0.06, 0.4, 0.06, 0.42, 0.62, 0.08, 0.8, 0.06, 0.5, 0.12, 0.22],
  },
  {
    treble: [1.0, 0.12, 0.48, 0.74, 0.12, 0.5, 0.14, 0.86, 0.42, 0.16, 0.42, 0.26],
    bass: [1.0, 0.08, 0.3, 0.5, 0.08, 0.55, 0.08, 0.75, 0.5, 0.1, 0.48, 0.14],
  },
];
const BASS_WEIGHT = 0.3;

/**
 * How tonal a chroma is, −1 … 1: its best Pearson correlation with a key profile over all 24 keys. The method is that
 * of Krumhansl, "Cognitive foundations of musical pitch", 1990.
 *
 * @param treble shares of the twelve pitch classes from C
 * @param bass the same for the bass
 * @param bassPresence how much the bass counts, 0 … 1
 */
export function tonality(treble: Float64Array, bass: Float64Array, bassPresence: number): number {
  const bassWeight = BASS_WEIGHT * bassPresence;
  let best = -1;
  for (const profile of PROFILES) {
    for (let tonic = 0; tonic < 12; tonic++) {
      const score =
        (1 - bassWeight) * correlation(treble, profile.treble, tonic) +
        bassWeight * correlation(bass, profile.bass, tonic);
      best = Math.max(best, score);
    }
  }
  return best;
}

/**
 * How few pitch classes there are, in bits: log2(12) less the Shannon entropy of their shares. 0 = all alike,
 * 3.58 = a single one.
 */
export function pitchClassFocus(shares: Float64Array): number {
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * Math.log2(share);
  return Math.log2(12) - entropy;
}

/**
 * Pearson correlation of `values` with `profile`, rotated so that its first entry meets `tonic`; 0 if `values` are
 * flat.
 */
function correlation(values: Float64Array, profile: number[], tonic: number): number {
  const meanValue = values.reduce((sum, value) => sum + value, 0) / 12;
  const meanProfile = profile.reduce((sum, value) => sum + value, 0) / 12;
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
