import { describe, expect, it } from "vitest";
import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { trainTemporal } from "./temporal-training";

const FRAMES = 150;

/** The first output is the first input five frames ago, the second either input three frames ahead. */
function lesson(_: number, random: SeededRandom) {
  const rows = Float32Array.from({ length: FRAMES * 2 }, () => (random.chance(0.1) ? 1 : 0));
  const at = (t: number, input: number) => rows[2 * t + input] ?? 0;
  const delayed = Float32Array.from({ length: FRAMES }, (__, t) => (t < 5 ? 0 : at(t - 5, 0)));
  const ahead = Float32Array.from({ length: FRAMES }, (__, t) => Math.max(at(t + 3, 0), at(t + 3, 1)));
  return { rows, frames: FRAMES, wanted: [delayed, ahead] };
}

function trained(epochs: number) {
  const losses: number[] = [];
  const network = trainTemporal({
    ...{ channels: 6, dilations: [1, 2, 4], epochs, decay: 0, seed: 1, weights: [1, 1], lessons: 40, lesson },
    mean: new Float32Array(2),
    deviation: new Float32Array(2).fill(1),
    progress: (_, loss) => losses.push(loss),
  });
  return { losses, network };
}

describe("a network over time", () => {
  it("learns what comes seconds before and after, the same each time", () => {
    const { losses } = trained(24);
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(losses.at(-1)).toBeLessThan(0.03);
    expect(trained(2).network).toEqual(trained(2).network);
  });
});
