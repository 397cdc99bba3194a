import { describe, expect, it } from "vitest";
import { canvasPx, linesDrawn, linesSeen, listPxAt, scrollTopAt, scrollTopFor } from "./window-geometry";

const short = { lines: 1000, linePx: 28, viewPx: 560 };
const endless = { lines: 3_000_000, linePx: 28, viewPx: 560 };

describe("a window on lines", () => {
  it("sees the lines at the place of the bar", () => {
    expect(linesSeen(short, 0)).toEqual({ first: 0, end: 20 });
    expect(linesSeen(short, 14)).toEqual({ first: 0, end: 21 });
    expect(linesSeen(short, 28_000 - 560)).toEqual({ first: 980, end: 1000 });
  });

  it("reaches the last line of a list that no browser could draw whole, and every place in it", () => {
    const most = canvasPx(endless) - endless.viewPx;
    expect(canvasPx(endless)).toBeLessThan(16_000_000);
    expect(linesSeen(endless, most).end).toBe(endless.lines);
    expect(listPxAt(endless, scrollTopAt(endless, 42_000_000))).toBeCloseTo(42_000_000, 3);
  });

  it("scrolls as little as shows a line", () => {
    expect(scrollTopFor(short, 5, 0)).toBe(0);
    expect(scrollTopFor(short, 20, 0)).toBe(28);
    expect(scrollTopFor(short, 3, 280)).toBe(84);
  });

  it("draws anew only where what is drawn is no longer enough", () => {
    const drawn = linesDrawn(short, 2800, 10, { first: 0, end: 0 });
    expect(drawn).toEqual({ first: 90, end: 130 });
    expect(linesDrawn(short, 2900, 10, drawn)).toBe(drawn);
    expect(linesDrawn(short, 3000, 10, drawn)).toEqual({ first: 97, end: 138 });
    expect(linesDrawn({ ...short, lines: 100 }, 0, 10, drawn)).toEqual({ first: 0, end: 30 });
  });
});
