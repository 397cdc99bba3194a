import { expect, it } from "vitest";
import { isNear } from "./near-sounds";

it("asks more of short sounds, whose classes lie closer together", () => {
  expect(isNear(0.985, 0.3)).toBe(true);
  expect(isNear(0.97, 0.3)).toBe(false);
  expect(isNear(0.97, 8)).toBe(true);
  expect(isNear(0.93, 8)).toBe(false);
});
