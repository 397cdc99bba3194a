import { describe, expect, it } from "vitest";
import type { PeakLevel, Peaks } from "@/lib/analysis/record/peaks-format";
import { columnsOf, levelFor, loudestSample } from "./peaks-view";

function level(
  secondsPerPoint: number,
  max: number[],
  change: Partial<Record<"min" | "low" | "mid" | "high", number[]>> = {},
): PeakLevel {
  const zeros = max.map(() => 0);
  return {
    secondsPerPoint,
    max: Int8Array.from(max),
    min: Int8Array.from(change.min ?? max.map((value) => -value)),
    low: Uint8Array.from(change.low ?? zeros),
    mid: Uint8Array.from(change.mid ?? zeros),
    high: Uint8Array.from(change.high ?? zeros),
  };
}

const fine = level(0.1, [10, 127, 20, 30, 40, 50, 60, 70]);
const coarse = level(0.4, [127, 70]);
const peaks: Peaks = { durationSeconds: 0.8, levels: [fine, coarse] };

describe("choosing a zoom level", () => {
  it("takes the coarsest that has a point for every pixel", () => {
    expect(levelFor(peaks, 0.5)).toBe(coarse);
    expect(levelFor(peaks, 0.2)).toBe(fine);
  });

  it("takes the finest when even that is coarser than the screen", () => {
    expect(levelFor(peaks, 0.001)).toBe(fine);
  });
});

describe("reducing to pixels", () => {
  it("loses no peak, however many points fall into a column", () => {
    const { max, min } = columnsOf(peaks, { startSeconds: 0, endSeconds: 0.8 }, 4);
    expect(max[0]).toBe(1);
    expect(min[0]).toBe(-1);
    expect(max[3]).toBeCloseTo(70 / 127);
  });

  it("shows only the range that is in view", () => {
    const { max } = columnsOf(peaks, { startSeconds: 0.4, endSeconds: 0.8 }, 4);
    expect(Array.from(max, (value) => Math.round(value * 127))).toEqual([40, 50, 60, 70]);
  });

  it("repeats a point over its pixels when zoomed in past the stored resolution", () => {
    const { max } = columnsOf(peaks, { startSeconds: 0, endSeconds: 0.1 }, 5);
    expect(Array.from(max, (value) => Math.round(value * 127))).toEqual([10, 10, 10, 10, 10]);
  });

  it("is silent past the end, and empty for no width or no range", () => {
    expect(columnsOf(peaks, { startSeconds: 2, endSeconds: 3 }, 2).max).toEqual(new Float32Array(2));
    expect(columnsOf(peaks, { startSeconds: 0, endSeconds: 0.8 }, 0).max).toHaveLength(0);
    expect(columnsOf(peaks, { startSeconds: 0, endSeconds: 0 }, 2).max).toEqual(new Float32Array(2));
  });

  it("gives each band its share, from the core outwards", () => {
    const banded: Peaks = {
      durationSeconds: 0.2,
      levels: [level(0.1, [100, 100], { low: [60, 0], mid: [30, 0], high: [10, 50] })],
    };
    const { lowShare, midShare } = columnsOf(banded, { startSeconds: 0, endSeconds: 0.2 }, 2);
    expect(lowShare[0]).toBeCloseTo(0.6);
    expect(midShare[0]).toBeCloseTo(0.9);
    expect(midShare[1]).toBe(0);
  });
});

describe("the height of the picture", () => {
  it("follows the loudest sample of either sign", () => {
    const quiet: Peaks = { durationSeconds: 1, levels: [level(0.5, [10, 12], { min: [-40, -3] })] };
    expect(loudestSample(quiet)).toBeCloseTo(40 / 127);
    expect(loudestSample({ durationSeconds: 0, levels: [] })).toBe(0);
  });
});
