import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpolate, vertexOffset } from "./interpolation";

describe("interpolate", () => {
  it("reads between two values, and 0 outside", () => {
    const values = Float64Array.of(1, 3, 7);
    expect(interpolate(values, 0.25)).toBe(1.5);
    expect(interpolate(values, 1)).toBe(3);
    expect(interpolate(values, -0.1)).toBe(0);
    expect(interpolate(values, 2)).toBe(0);
  });
});

describe("vertexOffset", () => {
  it("finds the top of a parabola that was sampled beside it", () => {
    const offsets = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(offsets, fc.double({ min: 0.1, max: 10, noNaN: true }), (top, width) => {
        const [left, centre, right] = [-1, 0, 1].map((x) => 5 - width * (x - top) ** 2);
        expect(vertexOffset(left, centre, right)).toBeCloseTo(top, 6);
      }),
    );
  });

  it("is 0 for a flat or rising stretch", () => {
    expect(vertexOffset(2, 2, 2)).toBe(0);
    expect(vertexOffset(1, 2, 3)).toBe(0);
  });
});
