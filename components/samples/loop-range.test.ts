import { describe, expect, it } from "vitest";
import { loopFrom, loopUntil, onBeat } from "./loop-range";

const loop = { startSeconds: 2, endSeconds: 4 };

describe("setting the ends of a loop", () => {
  it("keeps the other end if it is on the right side", () => {
    expect(loopFrom(3, loop, 10)).toEqual({ startSeconds: 3, endSeconds: 4 });
    expect(loopUntil(3, loop)).toEqual({ startSeconds: 2, endSeconds: 3 });
  });

  it("reaches to the end or the beginning of the recording otherwise", () => {
    expect(loopFrom(5, loop, 10)).toEqual({ startSeconds: 5, endSeconds: 10 });
    expect(loopUntil(1, loop)).toEqual({ startSeconds: 0, endSeconds: 1 });
    expect(loopFrom(5, null, 10)).toEqual({ startSeconds: 5, endSeconds: 10 });
    expect(loopUntil(5, null)).toEqual({ startSeconds: 0, endSeconds: 5 });
  });

  it("makes no loop that is too short to hear", () => {
    expect(loopFrom(3.99, loop, 10)).toBeNull();
    expect(loopUntil(0, null)).toBeNull();
  });
});

describe("an end of a loop", () => {
  const beats = [1, 1.5, 2, 2.5, 6, 6.5];

  it("is the nearest beat where there is a grid", () => {
    expect([1.24, 1.26, 2.01, 6.3].map((seconds) => onBeat(seconds, beats, 1))).toEqual([1, 1.5, 2, 6.5]);
  });

  it("is where it was set beside the grid, unless somebody was only late", () => {
    expect([0.2, 4, 7.3].map((seconds) => onBeat(seconds, beats, 1))).toEqual([0.2, 4, 7.3]);
    expect(onBeat(0.9, beats, 1)).toBe(1);
    expect(onBeat(6.6, beats, 1)).toBe(6.5);
    expect(onBeat(3, [], 1)).toBe(3);
  });

  it("allows for more of the recording where it runs faster", () => {
    expect(onBeat(6.7, beats, 1)).toBe(6.7);
    expect(onBeat(6.7, beats, 2)).toBe(6.5);
    expect(onBeat(6.6, beats, 0.5)).toBe(6.6);
  });
});
