import { describe, expect, it } from "vitest";
import { crossed, FeatureLayout, labels } from "./feature-layout";

const inner = new FeatureLayout({ share: "value", parts: labels([1 / 3, 2]) });
const layout = new FeatureLayout({ octaves: "value", pulse: crossed(["low", "high"], [1, 2]), inner });

describe("a feature layout", () => {
  it("names every value in the order in which the parts are declared", () => {
    expect(layout.names).toEqual([
      ...["octaves", "pulse.low 1", "pulse.low 2", "pulse.high 1", "pulse.high 2"],
      ...["inner.share", "inner.parts.0.33", "inner.parts.2"],
    ]);
    expect(layout.size).toBe(8);
    expect(layout.offsets).toEqual({ octaves: 0, pulse: 1, inner: 5 });
  });

  it("puts values where their names are, in whatever order they are given", () => {
    const vector = layout.vector({
      inner: inner.vector({ parts: [7, 8], share: 6 }),
      octaves: 1,
      pulse: Float64Array.of(2, 3, 4, 5),
    });
    expect([...vector]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("refuses a part of another width", () => {
    expect(() => inner.vector({ share: 1, parts: [1, 2, 3] })).toThrow(RangeError);
  });
});
