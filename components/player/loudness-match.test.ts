import { describe, expect, it } from "vitest";
import { amplitudeOf, ceilingOf, decibelsOf, matchDb } from "./loudness-match";

describe("equal loudness", () => {
  it("turns down what is loud and raises what is quiet, as far as its peaks allow", () => {
    expect(matchDb({ lufs: -8, truePeakDbtp: 0.3 })).toBe(-10);
    expect(matchDb({ lufs: -30, truePeakDbtp: -20 })).toBe(12);
    expect(matchDb({ lufs: -30, truePeakDbtp: -6 })).toBe(5);
    // Its peaks are at full scale already.
    expect(matchDb({ lufs: -24, truePeakDbtp: 0 })).toBe(0);
  });

  it("leaves alone what was not measured", () => {
    expect(matchDb({ lufs: null, truePeakDbtp: null })).toBeNull();
    expect(matchDb({})).toBeNull();
    expect(matchDb({ lufs: -20 })).toBe(2);
  });

  it("never raises a sound beyond full scale", () => {
    for (const peak of [0.01, 0.2, 0.7, 0.95, 1, 1.1]) {
      const raised = peak * ceilingOf(peak);
      if (peak < 0.79) expect(decibelsOf(raised)).toBeCloseTo(-2, 9);
      else expect(ceilingOf(peak)).toBe(1);
    }
    expect(amplitudeOf(decibelsOf(0.4))).toBeCloseTo(0.4, 12);
  });
});
