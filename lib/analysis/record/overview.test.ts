import { describe, expect, it } from "vitest";
import { overviewLevels, overviewText } from "./overview";
import type { Peaks } from "./peaks-format";

function peaks(heights: readonly number[], secondsPerPoint = 0.01): Peaks {
  const max = Int8Array.from(heights, (height) => Math.max(0, height));
  const min = Int8Array.from(heights, (height) => Math.min(0, height));
  const band = new Uint8Array(heights.length);
  return {
    durationSeconds: heights.length * secondsPerPoint,
    levels: [{ secondsPerPoint, min, max, low: band, mid: band, high: band }],
  };
}

describe("the waveform of a row", () => {
  it("has the highest level of each part, above or below zero", () => {
    const heights = Array.from({ length: 960 }, (_, at) => (at === 5 ? 127 : at === 15 ? -64 : 1));
    const levels = overviewLevels(peaks(heights));
    expect(levels).toHaveLength(96);
    expect([...levels.slice(0, 3)]).toEqual([255, 129, 2]);
  });

  it("covers the whole length, whatever the number of points", () => {
    const rising = Array.from({ length: 1000 }, (_, at) => Math.round((at / 999) * 127));
    const levels = [...overviewLevels(peaks(rising))];
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels.at(-1)).toBe(255);
    const short = [...overviewLevels(peaks([10, 127, 20]))];
    expect([short[0], short[48], short[95]]).toEqual([20, 255, 40]);
  });

  it("leaves out what a last point has beyond the end", () => {
    const heights = Array.from({ length: 97 }, () => 50);
    const levels = overviewLevels({ ...peaks(heights), durationSeconds: 0.96 });
    expect(new Set(levels)).toEqual(new Set([100]));
  });

  it("is flat for silence and for nothing", () => {
    expect(new Set(overviewLevels(peaks(Array.from({ length: 200 }, () => 0))))).toEqual(new Set([0]));
    expect(overviewLevels({ durationSeconds: 0, levels: [] })).toEqual(new Uint8Array(96));
    expect(overviewText({ durationSeconds: 0, levels: [] })).toHaveLength(128);
  });
});
