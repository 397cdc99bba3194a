import { describe, expect, it } from "vitest";
import { areApart, between } from "./places";

describe("places", () => {
  it("lie between two others, before the first, behind the last, or in an empty list", () => {
    expect(between(1, 2, 1)).toEqual([1.5]);
    expect(between(0, 4, 3)).toEqual([1, 2, 3]);
    expect(between(null, 1, 2)).toEqual([-1, 0]);
    expect(between(7, null, 2)).toEqual([8, 9]);
    expect(between(null, null, 1)).toEqual([1]);
  });

  it("stay apart for dozens of moves into the same gap, and then no longer", () => {
    let moves = 0;
    for (let low = 1; areApart(between(low, 2, 1), low, 2); moves++) low = between(low, 2, 1)[0] ?? 2;
    expect(moves).toBeGreaterThan(30);
    expect(moves).toBeLessThan(60);
  });
});
