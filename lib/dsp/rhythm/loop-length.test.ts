import { describe, expect, it } from "vitest";
import { loopTempi, snapToLoop, wholeness } from "./loop-length";

describe("loopTempi", () => {
  it("are those at which the file has a usual number of beats", () => {
    expect(loopTempi(4, 60, 190)).toEqual([60, 90, 120, 180]);
    expect(loopTempi(600, 60, 190)).toEqual([]);
  });
});

describe("snapToLoop", () => {
  it("gives the exact tempo of a file that is a loop, and leaves others alone", () => {
    expect(snapToLoop(119.6, 8)).toBe(120);
    expect(snapToLoop(117, 8)).toBe(117);
    expect(snapToLoop(120, 301.3)).toBe(120);
  });
});

describe("wholeness", () => {
  it("falls from 1 on a multiple of the unit to nothing beside it", () => {
    expect(wholeness(8, 4)).toBe(1);
    expect(wholeness(8.05, 4)).toBeGreaterThan(0.6);
    expect(wholeness(8.2, 4)).toBeLessThan(0.01);
    expect(wholeness(9, 4)).toBeLessThan(0.01);
  });

  it("is 0 for long files and for less than half a unit", () => {
    expect(wholeness(80, 4)).toBe(0);
    expect(wholeness(1, 4)).toBe(0);
  });
});
