import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heardLength, longestParts, mergeParts, type Part } from "./heard-parts";

const part = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));

describe("parts that were heard", () => {
  it("count once, in whatever order they come", () => {
    expect(
      heardLength([
        [10, 20],
        [0, 12],
        [15, 18],
      ]),
    ).toBe(20);
    expect(
      mergeParts([
        [5, 6],
        [0, 5],
      ]),
    ).toEqual([[0, 6]]);
    expect(
      heardLength([
        [9, 3],
        [4, 4],
      ]),
    ).toBe(0);
  });

  it("are as long as the seconds that at least one of them covers", () => {
    fc.assert(
      fc.property(fc.array(part), (parts: Part[]) => {
        const covered = Array.from({ length: 100 }, (_, second) =>
          parts.some(([from, to]) => from <= second && to >= second + 1),
        );
        expect(heardLength(parts)).toBeCloseTo(covered.filter(Boolean).length, 6);
      }),
    );
  });

  it("are the longest if there are too many to name", () => {
    expect(
      longestParts(
        [
          [0, 1],
          [2, 9],
          [10, 13],
        ],
        2,
      ),
    ).toEqual([
      [2, 9],
      [10, 13],
    ]);
  });
});
