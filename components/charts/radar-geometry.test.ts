import { describe, expect, it } from "vitest";
import { polygonPoints, radarGeometry } from "./radar-geometry";

describe("a radar of scores", () => {
  it("puts the first score at the top and the others clockwise, as far out as they are high", () => {
    const { points } = radarGeometry([1, 0.5, 0, 0.25], 100);
    expect(polygonPoints(points)).toBe("0,-100 50,0 0,0 -25,0");
  });

  it("draws what is out of bounds at the nearest end, and nothing for what is no number", () => {
    const { points } = radarGeometry([3, -1, Number.NaN], 10);
    expect(polygonPoints(points)).toBe("0,-10 0,0 0,0");
  });

  it("writes the names outside, away from their spokes", () => {
    const { axes } = radarGeometry([0, 0, 0, 0], 100);
    expect(axes.map(({ anchor }) => anchor)).toEqual(["middle", "start", "middle", "end"]);
    for (const { end, label } of axes) expect(Math.hypot(label.x, label.y)).toBeGreaterThan(Math.hypot(end.x, end.y));
  });
});
