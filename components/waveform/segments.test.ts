import { describe, expect, it } from "vitest";
import { segmentAfterKey, segmentBoxes, segmentIndexAt, segmentIndexAtPlayhead } from "./segments";

const lane = (...bounds: number[]) =>
  bounds.slice(0, -1).map((startSeconds, index) => ({ startSeconds, endSeconds: bounds[index + 1] ?? 0 }));

describe("what is heard at a moment", () => {
  const chords = lane(0, 2, 4, 8);

  it("is the segment that covers it, and at a boundary the one that begins", () => {
    expect([0, 1.9, 2, 3.5, 4, 8].map((seconds) => segmentIndexAt(chords, seconds))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("is none before, after and in a gap", () => {
    const sparse = [
      { startSeconds: 1, endSeconds: 2 },
      { startSeconds: 3, endSeconds: 4 },
    ];
    expect([0.5, 2.5, 4.5].map((seconds) => segmentIndexAt(sparse, seconds))).toEqual([-1, -1, -1]);
    expect(segmentIndexAt([], 1)).toBe(-1);
  });

  it("is the segment one went to, although the player stands a hair before it", () => {
    expect(segmentIndexAtPlayhead(chords, 1.999)).toBe(1);
  });
});

describe("a lane in view", () => {
  it("has its boxes where the waveform has the same seconds", () => {
    const boxes = segmentBoxes(lane(0, 2, 4, 8), { startSeconds: 0, endSeconds: 8 }, 800);
    expect(boxes).toEqual([
      { index: 0, x: 0, width: 200 },
      { index: 1, x: 200, width: 200 },
      { index: 2, x: 400, width: 400 },
    ]);
  });

  it("is cut at the edges of the view", () => {
    const boxes = segmentBoxes(lane(0, 2, 4, 8), { startSeconds: 1, endSeconds: 5 }, 400);
    expect(boxes.map(({ index, x, width }) => [index, x, width])).toEqual([
      [0, 0, 100],
      [1, 100, 200],
      [2, 300, 100],
    ]);
  });

  it("has at most one box a pixel, however many segments there are", () => {
    const thousands = lane(...Array.from({ length: 10_001 }, (_, index) => index));
    const boxes = segmentBoxes(thousands, { startSeconds: 0, endSeconds: 10_000 }, 300);
    expect(boxes).toHaveLength(300);
    expect(boxes.every(({ width }) => width === 1)).toBe(true);
  });

  it("is empty before the width is known", () => {
    expect(segmentBoxes(lane(0, 1), { startSeconds: 0, endSeconds: 1 }, 0)).toEqual([]);
    expect(segmentBoxes(lane(0, 1), { startSeconds: 0, endSeconds: 0 }, 100)).toEqual([]);
  });
});

describe("going through a lane by keyboard", () => {
  it("goes to the neighbours and the ends and stays within", () => {
    expect(segmentAfterKey("ArrowRight", 1, 3)).toBe(2);
    expect(segmentAfterKey("ArrowRight", 2, 3)).toBe(2);
    expect(segmentAfterKey("ArrowLeft", 0, 3)).toBe(0);
    expect(segmentAfterKey("Home", 2, 3)).toBe(0);
    expect(segmentAfterKey("End", 0, 3)).toBe(2);
  });

  it("leaves other keys and empty lanes alone", () => {
    expect(segmentAfterKey("Tab", 0, 3)).toBeNull();
    expect(segmentAfterKey("End", -1, 0)).toBeNull();
  });
});
