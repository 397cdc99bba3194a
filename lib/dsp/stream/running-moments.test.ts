import { describe, expect, it } from "vitest";
import { RunningMoments } from "./running-moments";

describe("running moments", () => {
  it("give mean and population variance, also far from 0", () => {
    const moments = new RunningMoments(2);
    for (const x of [2, 4, 4, 4, 5, 5, 7, 9]) moments.add(Float64Array.of(x, 1e9 + x));
    expect(moments.mean[0]).toBeCloseTo(5, 12);
    expect(moments.variance(0)).toBeCloseTo(4, 12);
    expect(moments.variance(1)).toBeCloseTo(4, 5);
    expect(new RunningMoments(1).variance(0)).toBe(0);
  });
});
