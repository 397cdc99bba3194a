/** One linear layer on clipped features that were scaled by mean and deviation. */
export type GenreModel = {
  mean: readonly number[];
  deviation: readonly number[];
  /** One row per class: its bias, then a weight for each feature. */
  classes: readonly (readonly number[])[];
};

/** In deviations. The model has seen nothing further out. */
const FEATURE_CLIP = 3;

/** Logarithms of the classes' odds, up to a constant. @throws RangeError if the number of features does not match */
export function classScores(model: GenreModel, features: Float64Array): Float64Array {
  const { mean, classes } = model;
  if (features.length !== mean.length) throw new RangeError(`expected ${mean.length} features, not ${features.length}`);
  const scaled = scaledFeatures(model, features);
  return Float64Array.from(classes, ([bias = 0, ...weights]) =>
    weights.reduce((sum, weight, j) => sum + weight * (scaled[j] ?? 0), bias),
  );
}

/** Features in deviations from their mean, −3 … 3. */
export function scaledFeatures(
  { mean, deviation }: Pick<GenreModel, "mean" | "deviation">,
  features: Float64Array,
): Float64Array {
  return features.map((value, j) =>
    Math.max(-FEATURE_CLIP, Math.min(FEATURE_CLIP, (value - (mean[j] ?? 0)) / (deviation[j] || 1))),
  );
}

/** Probabilities, which sum to 1. A temperature above 1 makes them more alike. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  const best = Math.max(...scores);
  const beliefs = scores.map((score) => Math.exp((score - best) / temperature));
  const total = beliefs.reduce((sum, belief) => sum + belief, 0);
  return beliefs.map((belief) => belief / total);
}
