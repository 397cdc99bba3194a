import { describe, expect, it } from "vitest";
import { between, selectionEnds, sliderTarget } from "./slider-keys";

const whole = { durationSeconds: 60, viewSeconds: 60 };

describe("moving the position by keyboard", () => {
  it("moves by a second, by a tenth of what is in view, and to the ends", () => {
    expect(sliderTarget("ArrowRight", 10, whole)).toBe(11);
    expect(sliderTarget("ArrowDown", 10, whole)).toBe(9);
    expect(sliderTarget("PageUp", 10, whole)).toBe(16);
    expect(sliderTarget("Home", 10, whole)).toBe(0);
    expect(sliderTarget("End", 10, whole)).toBe(60);
  });

  it("takes smaller steps in short recordings, and when less is in view", () => {
    expect(sliderTarget("ArrowRight", 0, { durationSeconds: 2, viewSeconds: 2 })).toBeCloseTo(0.1);
    expect(sliderTarget("ArrowRight", 30, { durationSeconds: 60, viewSeconds: 0.0005 })).toBeCloseTo(30.000025, 8);
  });

  it("stays inside the recording and ignores other keys", () => {
    expect(sliderTarget("ArrowLeft", 0.2, whole)).toBe(0);
    expect(sliderTarget("ArrowRight", 59.9, whole)).toBe(60);
    expect(sliderTarget("a", 10, whole)).toBeNull();
  });
});

describe("extending a selection", () => {
  it("moves its nearer end, and begins where nothing is selected", () => {
    const selected = { startSeconds: 10, endSeconds: 20 };
    expect(selectionEnds(selected, 11)).toEqual({ moving: 10, anchor: 20 });
    expect(selectionEnds(selected, 25)).toEqual({ moving: 20, anchor: 10 });
    expect(selectionEnds(null, 5)).toEqual({ moving: 5, anchor: 5 });
    expect(between(5, 3)).toEqual({ startSeconds: 3, endSeconds: 5 });
    expect(between(5, 5)).toBeNull();
  });
});
