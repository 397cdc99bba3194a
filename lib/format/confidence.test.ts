import { expect, it } from "vitest";
import { confidenceLevel, isClaimed } from "./confidence";

it("confidence has a word for each level, and what is called low is never claimed", () => {
  expect([1, 0.75, 0.74, 0.5, 0.49, 0].map(confidenceLevel)).toEqual(["high", "high", "fair", "fair", "low", "low"]);
  for (let confidence = 0; confidence <= 1; confidence += 0.01) {
    expect(isClaimed({ confidence })).toBe(confidenceLevel(confidence) !== "low");
  }
});
