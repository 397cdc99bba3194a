import { describe, expect, it } from "vitest";
import { ScreenGrid } from "./screen-grid";

const SIZE = { width: 1280, height: 720 };

/** Points spread over the screen and a little beyond, the same every time. */
function scattered(count: number): Float32Array {
  let seed = 7;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const xy = new Float32Array(count * 2);
  for (let at = 0; at < count; at++) {
    xy[at * 2] = chance() * 1400 - 60;
    xy[at * 2 + 1] = chance() * 840 - 60;
  }
  return xy;
}

const isOnScreen = (xy: Float32Array, index: number) => {
  const [x = -1, y = -1] = xy.subarray(index * 2, index * 2 + 2);
  return x >= 0 && y >= 0 && x < SIZE.width && y < SIZE.height;
};

describe("points by cells of the screen", () => {
  it("give the nearest one, as a look at all of them would", () => {
    const count = 3000;
    const xy = scattered(count);
    const fades = new Uint8Array(count).map((_, index) => (index % 5 === 0 ? 40 : 255));
    const grid = new ScreenGrid();
    grid.build(xy, fades, 41, SIZE);
    for (const [x, y] of [
      [10, 10],
      [640, 360],
      [1279, 719],
      [333, 5],
    ] as const) {
      let best = -1;
      let least = 60;
      for (let index = 0; index < count; index++) {
        if (index % 5 === 0 || !isOnScreen(xy, index)) continue;
        const far = Math.hypot((xy[index * 2] ?? 0) - x, (xy[index * 2 + 1] ?? 0) - y);
        if (far <= least) [best, least] = [index, far];
      }
      expect(grid.nearest(x, y, 60)).toBe(best);
    }
    expect(grid.onScreen().every((index) => index % 5 !== 0 && isOnScreen(xy, index))).toBe(true);
    expect(grid.nearest(-500, -500, 20)).toBe(-1);
  });

  it("lead in each direction to what lies that way, and nowhere from the last one", () => {
    // A cross around 0, and one far to the right but much askew.
    const xy = Float32Array.of(100, 100, 150, 102, 50, 100, 100, 40, 99, 160, 160, 140);
    const grid = new ScreenGrid();
    grid.build(xy, new Uint8Array(6).fill(255), 41, SIZE);
    expect(grid.next(100, 100, 1, 0)).toBe(1);
    expect(grid.next(100, 100, -1, 0)).toBe(2);
    expect(grid.next(100, 100, 0, -1)).toBe(3);
    expect(grid.next(100, 100, 0, 1)).toBe(4);
    expect(grid.next(50, 100, -1, 0)).toBe(-1);
  });

  it("are built and asked in a moment for 50,000, and leave no memory behind", () => {
    const xy = scattered(50_000);
    const fades = new Uint8Array(50_000).fill(255);
    const grid = new ScreenGrid();
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      grid.build(xy, fades, 41, SIZE);
      grid.nearest(640, 360, 14);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // Under 2 ms on a quiet machine; others may share this one.
    expect(times[3]).toBeLessThan(8);
    const before = grid.onScreen().buffer;
    grid.build(xy, fades, 41, SIZE);
    expect(grid.onScreen().buffer).toBe(before);
  });
});
