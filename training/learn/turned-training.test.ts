import { describe, expect, it } from "vitest";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { DenseNetwork } from "@/lib/dsp/learned/dense-network";
import { type TurnedLesson, trainTurned } from "./turned-training";

const OPTIONS = { hidden: 8, outputs: 2, epochs: 30, decay: 1e-4, seed: 3 };

/** The right side has the largest first value; the sign of its second value says which output is right. */
function lessons(count: number, seed: number): TurnedLesson[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => {
    const right = random.whole(0, 3);
    const sides = Array.from({ length: 4 }, (_, side) =>
      Float64Array.of(side === right ? random.between(3, 6) : random.between(-1, 1), random.pick([-4, 4])),
    );
    return { sides, right: 2 * right + ((sides[right]?.[1] ?? 0) > 0 ? 0 : 1), weight: 1 };
  });
}

describe("a network that looks at every side alike", () => {
  it("finds the right output of the right side, wherever that is", () => {
    const network = new DenseNetwork(trainTurned(lessons(400, 1), OPTIONS));
    const right = lessons(100, 2).filter((lesson) => {
      const scores = lesson.sides.flatMap((side) => [...network.scores(side)]);
      return scores.indexOf(Math.max(...scores)) === lesson.right;
    });
    expect(right.length).toBeGreaterThan(95);
  });

  it("comes out the same for the same seed, and otherwise for another", () => {
    const some = lessons(60, 1);
    const first = trainTurned(some, OPTIONS);
    expect(trainTurned(some, OPTIONS)).toEqual(first);
    expect(trainTurned(some, { ...OPTIONS, seed: 4 })).not.toEqual(first);
  });
});
