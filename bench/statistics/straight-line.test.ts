import { expect, it } from "vitest";
import { fitStraightLine } from "./straight-line";

it("finds a line and how well it fits", () => {
  const line = fitStraightLine([1, 2, 5].map((x) => ({ x, y: 3 + 2 * x })));
  expect(line).toEqual({ intercept: expect.closeTo(3), slope: expect.closeTo(2), rSquared: expect.closeTo(1) });
  const curve = fitStraightLine([0, 1, 2, 3, 10].map((x) => ({ x, y: x * x })));
  expect(curve.rSquared).toBeLessThan(0.97);
  expect(() => fitStraightLine([{ x: 1, y: 1 }])).toThrow(RangeError);
});
