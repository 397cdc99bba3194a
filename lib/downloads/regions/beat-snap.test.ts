import { describe, expect, it } from "vitest";
import { onBeats } from "./beat-snap";
import { regionName } from "./region-name";

const BEATS = [0.5, 1, 1.5, 2];

describe("a region from beat to beat", () => {
  it.each([
    [0.6, 1.4, 0.5, 1.5],
    // Never without length.
    [0.95, 1.05, 1, 1.5],
    // The end of the recording is where the next beat would be.
    [1.9, 2.45, 2, 2.5],
    [2.4, 2.5, 2, 2.5],
    [0, 9, 0.5, 2.5],
  ])("%d to %d", (startSeconds, endSeconds, start, end) => {
    expect(onBeats({ startSeconds, endSeconds }, BEATS, 2.5)).toEqual({ startSeconds: start, endSeconds: end });
  });

  it("needs beats", () => {
    expect(onBeats({ startSeconds: 0, endSeconds: 1 }, [], 2)).toBeNull();
  });

  it("has a name that every file system takes", () => {
    const region = { startSeconds: 61.5, endSeconds: 3600 };
    expect(regionName("Night.drive.flac", region)).toBe("Night.drive 1m01.500-60m00.000.wav");
  });
});
