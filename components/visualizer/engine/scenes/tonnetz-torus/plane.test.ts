import { describe, expect, it } from "vitest";
import { Plane } from "./plane";

/** Corners of what is traced, as a context is told them. */
function cornersOf(plane: Plane, column: number, row: number, isMinor: boolean): [number, number][] {
  const corners: [number, number][] = [];
  const to = (x: number, y: number) => corners.push([x, y]);
  const context = { beginPath() {}, closePath() {}, moveTo: to, lineTo: to } as unknown as CanvasRenderingContext2D;
  plane.traceTriad(context, column, row, isMinor);
  return corners;
}

describe("the plane of notes", () => {
  it.each([
    [1440, 900],
    [390, 844],
    [3000, 300],
    [320, 2000],
  ])("shows every chord as a whole on %i × %i", (width, height) => {
    const plane = new Plane(9);
    plane.fit(width, height);
    const seen = new Set<string>();
    for (let row = -plane.rows; row <= plane.rows; row++) {
      for (let column = -plane.columns; column <= plane.columns; column++) {
        for (const isMinor of [false, true]) {
          const isWhole = cornersOf(plane, column, row, isMinor).every(
            ([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height,
          );
          if (isWhole) seen.add(`${plane.noteAt(column, row)} ${isMinor}`);
        }
      }
    }
    expect(seen.size).toBe(24);
  });

  it("has fifths beside each other, major thirds above and minor thirds below", () => {
    const plane = new Plane(0);
    expect([plane.noteAt(0, 0), plane.noteAt(1, 0), plane.noteAt(0, 1), plane.noteAt(1, -1)]).toEqual([0, 7, 4, 3]);
    expect([plane.noteAt(-5, 0), plane.noteAt(12, 9)]).toEqual([1, 0]);
  });
});
