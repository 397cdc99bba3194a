import { describe, expect, it } from "vitest";
import { boundRate, needsStretching, rateAfter, rateText } from "./playback-rate";

describe("the playback rate", () => {
  it("goes in steps of 5 %, there and back, and ends at half and double", () => {
    const up: number[] = [];
    for (let rate = 0.5; rate < 2; rate = rateAfter(rate, 1)) up.push(rate);
    expect(up).toHaveLength(30);
    expect(up.slice(8, 13)).toEqual([0.9, 0.95, 1, 1.05, 1.1]);
    expect(rateAfter(2, 1)).toBe(2);
    expect(rateAfter(0.5, -1)).toBe(0.5);
    for (const rate of up) if (rate > 0.5) expect(rateAfter(rateAfter(rate, -1), 1)).toBe(rate);
  });

  it("goes to the next step from between two", () => {
    expect(rateAfter(1.024, 1)).toBe(1.05);
    expect(rateAfter(1.024, -1)).toBe(1);
    expect(boundRate(7)).toBe(2);
    expect([0.95, 1.25, 1.03333].map(rateText)).toEqual(["95%", "125%", "103.3%"]);
  });

  it("needs stretching only to keep the pitch at another rate", () => {
    expect(needsStretching({ rate: 1, keepsPitch: true })).toBe(false);
    expect(needsStretching({ rate: 1.2, keepsPitch: true })).toBe(true);
    expect(needsStretching({ rate: 1.2, keepsPitch: false })).toBe(false);
  });
});
