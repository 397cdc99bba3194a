import { describe, expect, it } from "vitest";
import { filesPerSecond, type Progressing, secondsLeft } from "./pace";

const half: Progressing = {
  ...{ status: "running", phase: "reading", filesToRead: 1000, filesRead: 500, readingMs: 5000 },
  ...{ made: 500, settled: 100, sinceMs: 10_000 },
};

describe("the pace of an import", () => {
  it("is unknown before the first file", () => {
    expect(filesPerSecond(0, 0)).toBeNull();
    expect(filesPerSecond(50, 500)).toBe(100);
    expect(secondsLeft({ ...half, filesRead: 0, readingMs: 0, made: 0, settled: 0 })).toBeNull();
  });

  it("lasts as long as the slower of reading and analysing", () => {
    // 900 of 1,000 are still to be analysed, at ten a second.
    expect(secondsLeft(half)).toBe(90);
    expect(secondsLeft({ ...half, settled: 500 })).toBe(10);
    // Of files that were known before, nothing is to be analysed.
    expect(secondsLeft({ ...half, made: 0, settled: 0 })).toBe(5);
    expect(
      secondsLeft({ ...half, status: "completed", filesRead: 1000, made: 1000, settled: 900, sinceMs: 90_000 }),
    ).toBe(10);
  });

  it("says nothing of what does not go on, or has nothing left", () => {
    expect(secondsLeft({ ...half, status: "paused" })).toBeNull();
    expect(secondsLeft({ ...half, phase: "walking" })).toBeNull();
    expect(secondsLeft({ ...half, status: "completed", settled: 500, filesRead: 1000 })).toBeNull();
  });
});
