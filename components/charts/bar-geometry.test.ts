import { describe, expect, it } from "vitest";
import { barGeometry } from "./bar-geometry";

const size = { width: 100, height: 50, gap: 2 };

describe("bars around zero", () => {
  it("fill the height from the highest to the lowest value", () => {
    const { bars, zeroY } = barGeometry([3, -2], size);
    expect(zeroY).toBe(30);
    expect(bars[0]).toMatchObject({ y: 0, height: 30, isNegative: false });
    expect(bars[1]).toMatchObject({ y: 30, height: 20, isNegative: true });
  });

  it("fill the width, with gaps in between", () => {
    const { bars } = barGeometry([1, 1, 1], size);
    expect(bars.map(({ x }) => x)).toEqual([0, 34, 68]);
    expect((bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0)).toBeCloseTo(100);
  });

  it("have no height for values that are not finite, or if all values are zero", () => {
    expect(barGeometry([Number.NaN, 1], size).bars[0]?.height).toBe(0);
    expect(barGeometry([0, 0], size).bars.every(({ height }) => height === 0)).toBe(true);
  });
});
