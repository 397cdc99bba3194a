import { describe, expect, it } from "vitest";
import { confidenceLevel, confidenceSteps } from "./confidence";

describe("confidence", () => {
  it("has a word for each level", () => {
    expect([1, 0.75, 0.74, 0.45, 0.44, 0].map(confidenceLevel)).toEqual(["high", "high", "fair", "fair", "low", "low"]);
  });

  it("lights no step for zero, one step for anything above it, and all five above 0.8", () => {
    expect(confidenceSteps(0)).toBe(0);
    expect(confidenceSteps(0.01)).toBe(1);
    expect(confidenceSteps(0.2)).toBe(1);
    expect(confidenceSteps(0.6)).toBe(3);
    expect(confidenceSteps(0.81)).toBe(5);
    expect(confidenceSteps(7)).toBe(5);
  });
});
