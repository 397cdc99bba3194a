import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onSamples, positionAfter } from "./loop-clock";

const loop = { startSeconds: 2, endSeconds: 4 };

describe("the position while a loop repeats", () => {
  it("runs up to the end of the loop and goes on from its start", () => {
    expect(positionAfter(0, 1, loop, 10)).toBe(1);
    expect(positionAfter(2.5, 1, loop, 10)).toBe(3.5);
    expect(positionAfter(3, 1, loop, 10)).toBe(2);
    expect(positionAfter(3.5 + 2 * 1000, 1, loop, 10)).toBeCloseTo(2.5, 9);
  });

  it("goes to the start of the loop at once from behind it", () => {
    expect(positionAfter(0, 7, loop, 10)).toBe(2);
    expect(positionAfter(2.5, 7, loop, 10)).toBe(2.5);
  });

  it("stops at the end without a loop", () => {
    expect(positionAfter(3, 8, null, 10)).toBe(10);
    expect(positionAfter(-1, 8, null, 10)).toBe(8);
  });

  it("is inside the loop for ever, once it was", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (from, t) => {
          const position = positionAfter(t, from, loop, 10);
          expect(position).toBeGreaterThanOrEqual(2);
          expect(position).toBeLessThan(4);
        },
      ),
    );
  });
});

describe("the ends of a loop", () => {
  it("are whole samples of the recording, and at least one apart", () => {
    const { startSeconds, endSeconds } = onSamples({ startSeconds: 0.1000003, endSeconds: 9 }, 44_100, 88_200);
    expect(startSeconds * 44_100).toBeCloseTo(4410, 9);
    expect(endSeconds).toBe(2);
    expect(onSamples({ startSeconds: 5, endSeconds: 6 }, 44_100, 44_100)).toEqual({
      startSeconds: 44_099 / 44_100,
      endSeconds: 1,
    });
  });
});
