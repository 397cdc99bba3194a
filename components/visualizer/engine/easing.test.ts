import { describe, expect, it } from "vitest";
import { ease, easeAll, easeAngle, shorterTurn, smoothStep } from "./easing";

describe("easing", () => {
  it("goes the same way in one step as in many", () => {
    let value = 0;
    for (let i = 0; i < 10; i++) value = ease(value, 1, 0.02, 0.3);
    expect(value).toBeCloseTo(ease(0, 1, 0.2, 0.3), 9);
    expect(ease(0, 1, 0.3, 0.3)).toBeCloseTo(1 - 1 / Math.E, 9);
  });

  it("is there at once where a moment is asked for", () => {
    expect([ease(0, 7, 0, 1), easeAngle(0, 1, 0, 1), ease(0, 7, Number.NaN, 1)]).toEqual([7, 1, 7]);
  });

  it("rises and falls at paces of their own", () => {
    const values = Float32Array.of(0, 1);
    easeAll(values, Float32Array.of(1, 0), 0.1, 0.1, 1);
    expect(values[0]).toBeCloseTo(1 - 1 / Math.E, 5);
    expect(values[1]).toBeCloseTo(Math.exp(-0.1), 5);
  });

  it("turns by the shorter way", () => {
    expect(shorterTurn(1.9 * Math.PI)).toBeCloseTo(-0.1 * Math.PI, 9);
    expect(easeAngle(0.1, 2 * Math.PI - 0.1, 10, 0.1)).toBeCloseTo(-0.1, 9);
    expect([-1, 0, 0.5, 1, 2].map((value) => smoothStep(0, 1, value))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
