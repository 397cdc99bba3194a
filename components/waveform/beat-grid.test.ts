import { describe, expect, it } from "vitest";
import { gridLines, snapToBeat } from "./beat-grid";

/** Bars of four at 120 BPM. */
function grid(bars: number) {
  const beats = Array.from({ length: bars * 4 }, (_, index) => index / 2);
  return { beats, downbeats: beats.filter((_, index) => index % 4 === 0) };
}

describe("the beat grid", () => {
  it("draws every beat and numbers every bar if there is room", () => {
    const lines = gridLines(grid(4), { startSeconds: 0, endSeconds: 8 }, 800);
    expect(lines.filter(({ bar }) => bar === null)).toHaveLength(12);
    const bars = lines.filter(({ bar }) => bar !== null);
    expect(bars.map(({ bar, x }) => [bar, x])).toEqual([
      [1, 0],
      [2, 200],
      [3, 400],
      [4, 600],
    ]);
    expect(bars.every(({ isNumbered }) => isNumbered)).toBe(true);
  });

  it("keeps the bar numbers when the view is scrolled to the middle", () => {
    const lines = gridLines(grid(16), { startSeconds: 7, endSeconds: 11 }, 400);
    expect(lines.flatMap(({ bar }) => bar ?? [])).toEqual([5, 6]);
  });

  it("leaves out beats, then bars, as they get too close together", () => {
    const piece = grid(64);
    const whole = { startSeconds: 0, endSeconds: 128 };
    const wide = gridLines(piece, whole, 640);
    expect(wide.every(({ bar }) => bar !== null)).toBe(true);
    expect(wide).toHaveLength(64);
    expect(wide.filter(({ isNumbered }) => isNumbered).map(({ bar }) => bar)).toEqual([
      1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61,
    ]);
    const narrow = gridLines(piece, whole, 160);
    expect(narrow.map(({ bar }) => bar)).toEqual(Array.from({ length: 16 }, (_, index) => index * 4 + 1));
  });

  it("draws no more lines than fit the screen, however long the piece", () => {
    const piece = grid(5000);
    expect(gridLines(piece, { startSeconds: 0, endSeconds: 10_000 }, 1000).length).toBeLessThanOrEqual(1000 / 7 + 1);
  });

  it("draws beats without bars, a single beat, and nothing before the width is known", () => {
    const { beats } = grid(1);
    expect(gridLines({ beats, downbeats: [] }, { startSeconds: 0, endSeconds: 2 }, 200)).toHaveLength(4);
    expect(gridLines({ beats: [1], downbeats: [1] }, { startSeconds: 0, endSeconds: 2 }, 200)).toEqual([
      { x: 100, bar: 1, isNumbered: true },
    ]);
    expect(gridLines(grid(2), { startSeconds: 0, endSeconds: 4 }, 0)).toEqual([]);
  });
});

describe("snapping to a beat", () => {
  const { beats } = grid(2);

  it("takes a beat that is near", () => {
    expect(snapToBeat(0.45, beats, 0.12)).toBe(0.5);
    expect(snapToBeat(1.08, beats, 0.12)).toBe(1);
  });

  it("keeps the time if no beat is near or there are none", () => {
    expect(snapToBeat(0.75, beats, 0.12)).toBe(0.75);
    expect(snapToBeat(9, beats, 0.12)).toBe(9);
    expect(snapToBeat(1, [], 0.12)).toBe(1);
  });
});
