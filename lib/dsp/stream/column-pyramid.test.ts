import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ColumnPyramid } from "./column-pyramid";

describe("ColumnPyramid", () => {
  it("refuses a number of columns that it cannot halve", () => {
    expect(() => new ColumnPyramid(1, 7)).toThrow(RangeError);
    expect(() => new ColumnPyramid(1, 0)).toThrow(RangeError);
  });

  it("averages frames into at most the columns allowed, for any number of frames", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (frames) => {
        const columns = new ColumnPyramid(1, 8);
        for (let i = 0; i < frames; i++) columns.push(Float64Array.of(i));
        expect(columns.columns).toBeLessThanOrEqual(8);
        expect(columns.columns).toBe(Math.ceil(frames / columns.framesPerColumn));
        for (let c = 0; c < columns.columns; c++) {
          const first = c * columns.framesPerColumn;
          const last = Math.min(frames, first + columns.framesPerColumn) - 1;
          expect(columns.mean(c, 0)).toBeCloseTo((first + last) / 2, 9);
        }
      }),
    );
  });
});
