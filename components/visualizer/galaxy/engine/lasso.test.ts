import { describe, expect, it } from "vitest";
import { isInside, pointsInside } from "./lasso";

/** A horseshoe that is open to the right. */
const HORSESHOE = [0, 0, 100, 0, 100, 30, 30, 30, 30, 70, 100, 70, 100, 100, 0, 100];

describe("a lasso", () => {
  it("holds what is inside, not what is in its bay", () => {
    expect(isInside(HORSESHOE, 10, 50)).toBe(true);
    expect(isInside(HORSESHOE, 90, 15)).toBe(true);
    expect(isInside(HORSESHOE, 90, 50)).toBe(false);
    expect(isInside(HORSESHOE, 150, 50)).toBe(false);
  });

  it("picks only the points that it is asked about", () => {
    const xy = Float32Array.of(10, 50, 90, 50, 20, 90, -1e6, -1e6, 15, 15);
    expect(pointsInside(HORSESHOE, xy, [0, 1, 2, 3])).toEqual([0, 2]);
    expect(pointsInside([5, 5], xy, [0, 1])).toEqual([]);
    expect(pointsInside([], xy, [0, 1])).toEqual([]);
  });
});
