import { describe, expect, it } from "vitest";
import { ChromaTimeline, sumChroma } from "./chroma-timeline";

function timelineOf(frames: number): ChromaTimeline {
  const timeline = new ChromaTimeline();
  for (let i = 0; i < frames; i++) {
    timeline.frame.treble[i % 120] += 1;
    timeline.frame.frames++;
    timeline.advance();
  }
  return timeline;
}

describe("chroma over time", () => {
  it("keeps its size for hours of music without losing any of it", () => {
    const frames = 100_001;
    const timeline = timelineOf(frames);
    const rows = timeline.finish();
    expect(rows.length).toBeLessThanOrEqual(8192);
    expect(rows.length).toBeGreaterThan(4096);
    expect(timeline.framesPerRow * (rows.length - 1)).toBeLessThanOrEqual(frames);
    expect(timeline.framesPerRow * rows.length).toBeGreaterThanOrEqual(frames);
    expect(sumChroma(rows).frames).toBe(frames);
    expect(sumChroma(rows).treble.reduce((sum, value) => sum + value, 0)).toBe(frames);
  });

  it("keeps the order of the frames", () => {
    const rows = timelineOf(5).finish();
    expect(rows.map(({ treble }) => treble.indexOf(1))).toEqual([0, 2, 4]);
  });
});
