import { describe, expect, it } from "vitest";
import { standardise, standardiseAll } from "./standardise";

describe("standardise", () => {
  it("counts deviations from the mean, up to the limit either way", () => {
    expect(standardise(7, 5, 4, 3)).toBe(0.5);
    expect(standardise(1e9, 5, 4, 3)).toBe(3);
    expect(standardise(-1e9, 5, 4, 3)).toBe(-3);
  });

  it("does not divide by a deviation of 0", () => {
    expect(standardise(5, 5, 0, 3)).toBe(0);
    expect(standardise(6, 5, 0, 3)).toBe(1);
  });

  it("scales each feature by its own mean and deviation", () => {
    const scale = { mean: [1, 10], deviation: [2, 5] };
    expect([...standardiseAll([5, 5], scale, 4)]).toEqual([2, -1]);
  });

  it("refuses features that the scale is not for", () => {
    expect(() => standardiseAll([1, 2, 3], { mean: [0, 0], deviation: [1, 1] }, 4)).toThrow(RangeError);
  });
});
