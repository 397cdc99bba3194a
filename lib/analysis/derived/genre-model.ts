import { standardiseAll } from "@/lib/dsp/learned/standardise";

/** One linear layer on features scaled by mean and deviation and clipped. */
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
  const scaled = scaledFeatures(model, features);
  return Float64Array.from(model.classes, ([bias = 0, ...weights]) =>
    weights.reduce((sum, weight, j) => sum + weight * (scaled[j] ?? 0), bias),
  );
}

/** In deviations from the mean, −3 … 3. */
export function scaledFeatures(scale: Pick<GenreModel, "mean" | "deviation">, features: Float64Array): Float64Array {
  return standardiseAll(features, scale, FEATURE_CLIP);
}
