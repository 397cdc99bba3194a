import { describe, expect, it } from "vitest";
import { polygonPoints, radarGeometry } from "./radar-geometry";

describe("a radar of scores", () => {
  it("puts the first score at the top and the others clockwise, higher scores further out", () => {
    const { points } = radarGeometry([1, 0.5, 0, 0.25], 100);
    expect(polygonPoints(points)).toBe("0,-100 50,0 0,0 -25,0");
  });

  it("limits scores to their range and counts anything that is not a number as zero", () => {
    const { points } = radarGeometry([3, -1, Number.NaN], 10);
    expect(polygonPoints(points)).toBe("0,-10 0,0 0,0");
  });

  it("writes the names outside, aligned away from the chart", () => {
    const { axes } = radarGeometry([0, 0, 0, 0], 100);
    expect(axes.map(({ anchor }) => anchor)).toEqual(["middle", "start", "middle", "end"]);
    for (const { end, label } of axes) expect(Math.hypot(label.x, label.y)).toBeGreaterThan(Math.hypot(end.x, end.y));
  });
});
