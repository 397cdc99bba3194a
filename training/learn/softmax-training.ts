import { SeededRandom } from "@/bench/statistics/seeded-random";
import { type GenreModel, scaledFeatures } from "@/lib/analysis/derived/genre-model";
import { softmax } from "@/lib/dsp/learned/softmax";
import { descend, fallingRate } from "./descent";
import { columnMoments } from "./moments";

/** The features of a piece, the class it belongs to, and how much it counts. */
export type Example = { features: Float64Array; label: number; weight: number };
export type SoftmaxOptions = { classes: number; epochs: number; decay: number; seed: number };

const BATCH = 32;
const FIRST_RATE = 0.004;
const LAST_RATE = 0.0002;

/** Fits a linear model by weighted cross entropy with weight decay, by Adam. Deterministic for a seed. */
export function trainSoftmax(examples: readonly Example[], options: SoftmaxOptions): GenreModel {
  const { classes, epochs, decay, seed } = options;
  const scale = columnMoments(
    examples.map(({ features }) => features),
    (index) => examples[index]?.weight ?? 0,
  );
  const inputs = examples.map(({ features }) => scaledFeatures(scale, features));
  const row = 1 + scale.mean.length;
  const parameters = new Float64Array(classes * row);
  const rate = fallingRate(FIRST_RATE, LAST_RATE, epochs);
  const random = new SeededRandom(seed);
  descend({ parameters, lessons: examples.length, batch: BATCH, epochs, decay, rate, random }, (index, gradient) =>
    addGradient(gradient, parameters, inputs[index] as Float64Array, examples[index] as Example),
  );
  return {
    ...scale,
    classes: Array.from({ length: classes }, (_, c) => [...parameters.subarray(c * row, (c + 1) * row)]),
  };
}

function addGradient(gradient: Float64Array, parameters: Float64Array, x: Float64Array, example: Example): void {
  const row = 1 + x.length;
  const scores = Float64Array.from({ length: parameters.length / row }, (_, c) => {
    let sum = parameters[c * row] as number;
    for (let j = 0; j < x.length; j++) sum += (parameters[c * row + 1 + j] as number) * (x[j] as number);
    return sum;
  });
  softmax(scores).forEach((belief, c) => {
    const error = example.weight * (belief - Number(c === example.label));
    (gradient[c * row] as number) += error;
    for (let j = 0; j < x.length; j++) (gradient[c * row + 1 + j] as number) += error * (x[j] as number);
  });
}
