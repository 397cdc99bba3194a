import { describe, expect, it } from "vitest";
import { sliderTarget } from "./slider-keys";

describe("moving the position by keyboard", () => {
  it("moves by a second, by a tenth of the length, and to the ends", () => {
    expect(sliderTarget("ArrowRight", 10, 60)).toBe(11);
    expect(sliderTarget("ArrowDown", 10, 60)).toBe(9);
    expect(sliderTarget("PageUp", 10, 60)).toBe(16);
    expect(sliderTarget("Home", 10, 60)).toBe(0);
    expect(sliderTarget("End", 10, 60)).toBe(60);
  });

  it("takes smaller steps in short recordings", () => {
    expect(sliderTarget("ArrowRight", 0, 2)).toBeCloseTo(0.1);
  });

  it("stays inside the recording and ignores other keys", () => {
    expect(sliderTarget("ArrowLeft", 0.2, 60)).toBe(0);
    expect(sliderTarget("ArrowRight", 59.9, 60)).toBe(60);
    expect(sliderTarget("a", 10, 60)).toBeNull();
  });
});
