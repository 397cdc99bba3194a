/** Mean and deviation of each feature over what a model was fitted on. */
export type FeatureScale = { readonly mean: ArrayLike<number>; readonly deviation: ArrayLike<number> };

/**
 * A feature in deviations from its mean, at most `limit` of them either way: what lies further out was not learned
 * from, and one odd value must not outweigh all others. A deviation of 0 (a feature that never varied) counts as 1.
 */
export function standardise(value: number, mean: number, deviation: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, (value - mean) / (deviation || 1)));
}

/**
 * {@link standardise} for a whole vector.
 *
 * @returns as many values as `features`, each in −`limit` … `limit`
 * @throws RangeError if the scale is for another number of features
 */
export function standardiseAll(features: ArrayLike<number>, scale: FeatureScale, limit: number): Float64Array {
  const { mean, deviation } = scale;
  if (features.length !== mean.length) throw new RangeError(`expected ${mean.length} features, got ${features.length}`);
  const scaled = new Float64Array(features.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = standardise(features[i], mean[i], deviation[i], limit);
  return scaled;
}
