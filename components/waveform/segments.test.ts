import { describe, expect, it } from "vitest";
import {
  filledWidth,
  labelPadding,
  segmentAfterKey,
  segmentBoxes,
  segmentIndexAt,
  segmentIndexAtPlayhead,
} from "./segments";

const lane = (...bounds: number[]) =>
  bounds.slice(0, -1).map((startSeconds, index) => ({ startSeconds, endSeconds: bounds[index + 1] ?? 0 }));

describe("the segment at a time", () => {
  const chords = lane(0, 2, 4, 8);

  it("is the one that covers it, and at a boundary the later one", () => {
    expect([0, 1.9, 2, 3.5, 4, 8].map((seconds) => segmentIndexAt(chords, seconds))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("is none before the first, after the last and in a gap", () => {
    const sparse = [
      { startSeconds: 1, endSeconds: 2 },
      { startSeconds: 3, endSeconds: 4 },
    ];
    expect([0.5, 2.5, 4.5].map((seconds) => segmentIndexAt(sparse, seconds))).toEqual([-1, -1, -1]);
    expect(segmentIndexAt([], 1)).toBe(-1);
  });

  it("is the one that was sought, although the player lands slightly before it", () => {
    expect(segmentIndexAtPlayhead(chords, 1.999)).toBe(1);
  });
});

describe("a lane in view", () => {
  it("has its boxes at the same seconds as the waveform", () => {
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

  it("has at most one box per pixel, however many segments there are", () => {
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

describe("a box", () => {
  it("leaves a gap to the next unless it is very narrow", () => {
    expect([1, 3, 4, 100].map(filledWidth)).toEqual([1, 3, 3, 99]);
  });

  it("has its label at a fixed distance from the edge, closer if it is tight, and none if it does not fit", () => {
    expect(labelPadding(20, 100)).toBe(5);
    expect(labelPadding(20, 26)).toBe(3);
    expect(labelPadding(20, 24)).toBe(2);
    expect(labelPadding(20, 23)).toBeNull();
  });
});

describe("moving through a lane by keyboard", () => {
  it("moves to the neighbours and the ends and stays inside", () => {
    expect(segmentAfterKey("ArrowRight", 1, 3)).toBe(2);
    expect(segmentAfterKey("ArrowRight", 2, 3)).toBe(2);
    expect(segmentAfterKey("ArrowLeft", 0, 3)).toBe(0);
    expect(segmentAfterKey("Home", 2, 3)).toBe(0);
    expect(segmentAfterKey("End", 0, 3)).toBe(2);
  });

  it("ignores other keys and empty lanes", () => {
    expect(segmentAfterKey("Tab", 0, 3)).toBeNull();
    expect(segmentAfterKey("End", -1, 0)).toBeNull();
  });
});
