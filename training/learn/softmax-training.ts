import { SeededRandom } from "@/bench/statistics/seeded-random";
import { type GenreModel, scaledFeatures, softmax } from "@/lib/analysis/derived/genre-model";
import { Adam } from "./adam";

/** What is seen of a piece, which class it is of, and how much it counts. */
export type Example = { features: Float64Array; label: number; weight: number };
export type SoftmaxOptions = { classes: number; epochs: number; decay: number; seed: number };

const BATCH = 32;
const FIRST_RATE = 0.004;
const LAST_RATE = 0.0002;

/** Fits a linear model by weighted cross entropy with weight decay, by Adam. Deterministic for a seed. */
export function trainSoftmax(examples: readonly Example[], options: SoftmaxOptions): GenreModel {
  const { classes, epochs, decay, seed } = options;
  const scale = scaleOf(examples);
  const inputs = examples.map(({ features }) => scaledFeatures(scale, features));
  const row = 1 + scale.mean.length;
  const parameters = new Float64Array(classes * row);
  const gradient = new Float64Array(parameters.length);
  const adam = new Adam(parameters.length);
  const random = new SeededRandom(seed);
  const order = [...examples.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = FIRST_RATE * (1 - epoch / epochs) + LAST_RATE;
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      gradient.fill(0);
      for (const index of batch) {
        addGradient(gradient, parameters, inputs[index] as Float64Array, examples[index] as Example);
      }
      adam.step(parameters, gradient, batch.length, decay, rate);
    }
  }
  return {
    ...scale,
    classes: Array.from({ length: classes }, (_, c) => [...parameters.subarray(c * row, (c + 1) * row)]),
  };
}

function scaleOf(examples: readonly Example[]): Pick<GenreModel, "mean" | "deviation"> {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const average = (of: (features: Float64Array) => number) =>
    examples.reduce((sum, { features, weight }) => sum + weight * of(features), 0) / total;
  const mean = Array.from(examples[0]?.features ?? [], (_, j) => average((x) => x[j] ?? 0));
  return { mean, deviation: mean.map((centre, j) => Math.sqrt(average((x) => ((x[j] ?? 0) - centre) ** 2))) };
}

function addGradient(gradient: Float64Array, parameters: Float64Array, x: Float64Array, example: Example): void {
  const row = 1 + x.length;
  const scores = Float64Array.from({ length: parameters.length / row }, (_, c) => {
    let sum = parameters[c * row] as number;
    for (let j = 0; j < x.length; j++) sum += (parameters[c * row + 1 + j] as number) * (x[j] as number);
    return sum;
  });
  softmax(scores, 1).forEach((belief, c) => {
    const error = example.weight * (belief - Number(c === example.label));
    (gradient[c * row] as number) += error;
    for (let j = 0; j < x.length; j++) (gradient[c * row + 1 + j] as number) += error * (x[j] as number);
  });
}

function shuffle(order: number[], random: SeededRandom): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.whole(0, i);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
