import { describe, expect, it } from "vitest";
import { LargestMean } from "./largest-mean";

const largestOf = (width: number, values: number[]) => {
  const mean = new LargestMean(width);
  for (const value of values) mean.push(value);
  return mean.largest;
};

describe("the largest mean", () => {
  it("is that of the loudest stretch, wherever it lies", () => {
    expect(largestOf(3, [1, 1, 1, 6, 6, 3, 1, 1])).toBe(5);
    expect(largestOf(3, [0, 0, 0, 0, 3, 6])).toBe(3);
  });

  it("is 0 until there are as many values as it is wide", () => {
    expect(largestOf(3, [9, 9])).toBe(0);
    expect(() => new LargestMean(0)).toThrow(RangeError);
  });

  it("has the latest one beside it, which begins as if zeros had come before", () => {
    const mean = new LargestMean(3);
    const latest = [6, 3, 3, 0, 0, 0].map((value) => {
      mean.push(value);
      return mean.latest;
    });
    expect(latest).toEqual([2, 3, 4, 2, 1, 0]);
  });

  it("does not carry a loud passage into a quiet one", () => {
    const mean = new LargestMean(2);
    for (const value of [1e16, 1e16]) mean.push(value);
    const before = mean.largest;
    for (const value of [0.1, 0.2]) mean.push(value);
    expect(mean.largest).toBe(before);
  });
});
