import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { Adam } from "./adam";

export type Descent = {
  /** Where it starts, and in the end what was found: changed in place. */
  parameters: Float64Array;
  lessons: number;
  /** Lessons a step. */
  batch: number;
  epochs: number;
  /** How much of each parameter is drawn towards zero. */
  decay: number;
  rate: (epoch: number) => number;
  /** Draws the order of the lessons anew in each epoch; without it they keep theirs. */
  random?: SeededRandom;
};

/** Adam's descent over lessons in batches; `addGradient` adds what lesson number `index` asks for. */
export function descend(
  { parameters, lessons, batch, epochs, decay, rate, random }: Descent,
  addGradient: (index: number, gradient: Float64Array) => void,
): void {
  const gradient = new Float64Array(parameters.length);
  const adam = new Adam(parameters.length);
  const order = Array.from({ length: lessons }, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random?.shuffle(order);
    for (let start = 0; start < lessons; start += batch) {
      const indices = order.slice(start, start + batch);
      gradient.fill(0);
      for (const index of indices) addGradient(index, gradient);
      adam.step(parameters, gradient, indices.length, decay, rate(epoch));
    }
  }
}

/** From `first` + `last` in the first epoch straight down to nearly `last` in the last. */
export const fallingRate = (first: number, last: number, epochs: number) => (epoch: number) =>
  first * (1 - epoch / epochs) + last;
