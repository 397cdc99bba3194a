import { describe, expect, it } from "vitest";
import { scaleGeometry } from "./scale-geometry";

describe("a value on a scale", () => {
  it("has a bar from the low end", () => {
    expect(scaleGeometry(0.25, { low: 0, high: 1 })).toEqual({ value: 25, origin: 0, from: 0, width: 25 });
  });

  it("has a bar from the origin to either side", () => {
    const scale = { low: -1, high: 1, origin: 0 };
    expect(scaleGeometry(0.5, scale)).toEqual({ value: 75, origin: 50, from: 50, width: 25 });
    expect(scaleGeometry(-0.5, scale)).toEqual({ value: 25, origin: 50, from: 25, width: 25 });
  });

  it("stays on the scale, and at its low end if it is not a number", () => {
    expect(scaleGeometry(3, { low: 0, high: 1 }).value).toBe(100);
    expect(scaleGeometry(-3, { low: 0, high: 1 }).value).toBe(0);
    expect(scaleGeometry(Number.NaN, { low: 0, high: 1 }).value).toBe(0);
  });
});
