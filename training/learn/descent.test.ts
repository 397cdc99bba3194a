import { expect, it } from "vitest";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { descend, fallingRate } from "./descent";

/** A straight line through points on `3x − 1`. */
function fitted(random?: SeededRandom) {
  const parameters = Float64Array.of(0, 0);
  const points = Array.from({ length: 20 }, (_, i) => ({ x: i / 10, y: (3 * i) / 10 - 1 }));
  const seen: number[] = [];
  const settings = { parameters, lessons: points.length, batch: 6, epochs: 400, decay: 0, rate: () => 0.02 };
  descend({ ...settings, ...(random ? { random } : {}) }, (index, gradient) => {
    seen.push(index);
    const { x, y } = points[index] ?? { x: 0, y: 0 };
    const error = (parameters[0] ?? 0) * x + (parameters[1] ?? 0) - y;
    gradient[0] = (gradient[0] ?? 0) + error * x;
    gradient[1] = (gradient[1] ?? 0) + error;
  });
  return { parameters: [...parameters], seen };
}

it("descends to what fits all lessons, in their order or in any", () => {
  const inOrder = fitted();
  const shuffled = fitted(new SeededRandom(4));
  for (const { parameters } of [inOrder, shuffled]) {
    expect(parameters).toEqual([expect.closeTo(3, 1), expect.closeTo(-1, 1)]);
  }
  const numbers = Array.from({ length: 20 }, (_, i) => i);
  expect(inOrder.seen.slice(20, 40)).toEqual(numbers);
  expect(shuffled.seen.slice(20, 40)).not.toEqual(numbers);
  expect(shuffled.seen.slice(20, 40).sort((a, b) => a - b)).toEqual(numbers);
});

it("lowers the rate in a straight line", () => {
  const rate = fallingRate(0.4, 0.1, 4);
  expect([0, 1, 2, 3].map(rate)).toEqual([0.5, 0.4, 0.3, 0.2].map((value) => expect.closeTo(value)));
});
