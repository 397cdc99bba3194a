import { expect, it } from "vitest";
import { columnMoments } from "./moments";

it("gives mean and deviation of each column", () => {
  const rows = [
    [1, 5],
    [3, 5],
    [5, 5],
  ];
  expect(columnMoments(rows)).toEqual({ mean: [3, 5], deviation: [expect.closeTo(Math.sqrt(8 / 3)), 0] });
});

it("counts a row of weight two like two rows", () => {
  const once = columnMoments([[1], [4], [4]]);
  expect(columnMoments([[1], [4]], (row) => row + 1)).toEqual({
    mean: once.mean.map((value) => expect.closeTo(value)),
    deviation: once.deviation.map((value) => expect.closeTo(value)),
  });
});
