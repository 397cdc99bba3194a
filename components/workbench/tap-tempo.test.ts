import { describe, expect, it } from "vitest";
import { tempoOfTaps, withTap } from "./tap-tempo";

const tapped = (times: readonly number[]) => times.reduce<number[]>((taps, time) => withTap(taps, time), []);

describe("tap tempo", () => {
  it("needs four taps", () => {
    expect(tempoOfTaps(tapped([0, 500, 1000]))).toBeNull();
    expect(tempoOfTaps(tapped([0, 500, 1000, 1500]))).toBe(120);
  });

  it("evens out an unsteady hand", () => {
    expect(tempoOfTaps(tapped([0, 520, 990, 1505, 1995, 2500]))).toBeCloseTo(120, 0);
  });

  it("begins anew after a pause", () => {
    expect(tapped([0, 500, 1000, 5000, 5400])).toEqual([5000, 5400]);
  });
});
