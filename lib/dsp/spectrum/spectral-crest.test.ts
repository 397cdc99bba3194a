import { describe, expect, it } from "vitest";
import { spectralCrest } from "./spectral-crest";

describe("spectralCrest", () => {
  it("is 0 for a flat band and one decade for a line that has ten times the mean", () => {
    expect(spectralCrest(new Float64Array(100).fill(3), 10, 20)).toBeCloseTo(0, 12);
    const line = new Float64Array(100);
    line[14] = 5;
    expect(spectralCrest(line, 10, 20)).toBeCloseTo(1, 12);
  });

  it("is 0 for silence and for a band beyond the spectrum", () => {
    expect(spectralCrest(new Float64Array(100), 10, 20)).toBe(0);
    expect(spectralCrest(new Float64Array(100).fill(1), 120, 140)).toBe(0);
  });
});
