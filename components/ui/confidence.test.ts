import { expect, it } from "vitest";
import { confidenceSteps } from "./confidence";

it("no step is lit for zero, one step for anything above it, and all five above 0.8", () => {
  expect(confidenceSteps(0)).toBe(0);
  expect(confidenceSteps(0.01)).toBe(1);
  expect(confidenceSteps(0.2)).toBe(1);
  expect(confidenceSteps(0.6)).toBe(3);
  expect(confidenceSteps(0.81)).toBe(5);
  expect(confidenceSteps(7)).toBe(5);
});
