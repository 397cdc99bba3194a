import { describe, expect, it } from "vitest";
import type { PeakLevel, Peaks } from "@/lib/analysis/record/peaks-format";
import { columnsOf, gainToFill, levelFor, loudestSample, reachOf } from "./peaks-view";

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
  it("takes the coarsest level that has a point for every pixel", () => {
    expect(levelFor(peaks, 0.5)).toBe(coarse);
    expect(levelFor(peaks, 0.2)).toBe(fine);
  });

  it("takes the finest level if even that is coarser than the screen", () => {
    expect(levelFor(peaks, 0.001)).toBe(fine);
  });
});

describe("reducing to pixels", () => {
  it("loses no peak, however many points are in a column", () => {
    const { max, min } = columnsOf(peaks, { startSeconds: 0, endSeconds: 0.8 }, 4);
    expect(max[0]).toBe(1);
    expect(min[0]).toBe(-1);
    expect(max[3]).toBeCloseTo(70 / 127);
  });

  it("shows only the range in view", () => {
    const { max } = columnsOf(peaks, { startSeconds: 0.4, endSeconds: 0.8 }, 4);
    expect(Array.from(max, (value) => Math.round(value * 127))).toEqual([40, 50, 60, 70]);
  });

  it("repeats points when zoomed in past the stored resolution", () => {
    const { max } = columnsOf(peaks, { startSeconds: 0, endSeconds: 0.1 }, 5);
    expect(Array.from(max, (value) => Math.round(value * 127))).toEqual([10, 10, 10, 10, 10]);
  });

  it("is silent after the end, and empty without a width or a range", () => {
    expect(columnsOf(peaks, { startSeconds: 2, endSeconds: 3 }, 2).max).toEqual(new Float32Array(2));
    expect(columnsOf(peaks, { startSeconds: 0, endSeconds: 0.8 }, 0).max).toHaveLength(0);
    expect(columnsOf(peaks, { startSeconds: 0, endSeconds: 0 }, 2).max).toEqual(new Float32Array(2));
  });

  it("gives each band its share, from the axis outwards", () => {
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

  it("is nearly filled by any recording that is not silent", () => {
    const quiet: Peaks = { durationSeconds: 0.1, levels: [level(0.1, [20], { min: [-10] })] };
    const columns = columnsOf(quiet, { startSeconds: 0, endSeconds: 0.1 }, 1);
    const { up, down } = reachOf(columns, 0, gainToFill(quiet));
    expect(up).toBeCloseTo(0.96);
    expect(down).toBeCloseTo(0.48);
    expect(gainToFill({ durationSeconds: 0, levels: [] })).toBe(1);
  });

  it("is never exceeded", () => {
    const columns = columnsOf(peaks, { startSeconds: 0, endSeconds: 0.8 }, 4);
    expect(reachOf(columns, 0, 5)).toEqual({ up: 1, down: 1 });
  });
});
