import { describe, expect, it } from "vitest";
import { confidenceLevel, confidenceSteps } from "./confidence";

describe("confidence", () => {
  it("is said in a word that falls as it falls", () => {
    expect([1, 0.75, 0.74, 0.45, 0.44, 0].map(confidenceLevel)).toEqual(["high", "high", "fair", "fair", "low", "low"]);
  });

  it("lights a step for anything above nothing, and all five only near certainty", () => {
    expect(confidenceSteps(0)).toBe(0);
    expect(confidenceSteps(0.01)).toBe(1);
    expect(confidenceSteps(0.2)).toBe(1);
    expect(confidenceSteps(0.6)).toBe(3);
    expect(confidenceSteps(0.81)).toBe(5);
    expect(confidenceSteps(7)).toBe(5);
  });
});
