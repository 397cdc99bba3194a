import { describe, expect, it } from "vitest";
import { areTooClose, countsAs, isHeardEnough, secondsToHear } from "./play-rule";

describe("the rule of plays", () => {
  it.each([
    [{ seconds: 31, kind: "track" }, 15.5],
    [{ seconds: 200, kind: "track" }, 100],
    [{ seconds: 200, kind: null }, 100],
    [{ seconds: 480, kind: "track" }, 240],
    [{ seconds: 7200, kind: "track" }, 240],
  ] as const)("wants half of a song, or four minutes (%j)", (song, seconds) => {
    expect(countsAs(song)).toBe("plays");
    expect(secondsToHear(song)).toBe(seconds);
    expect(isHeardEnough(song, seconds)).toBe(true);
    expect(isHeardEnough(song, seconds - 0.01)).toBe(false);
  });

  it.each([
    { seconds: 30, kind: "track" },
    { seconds: 0.2, kind: "one-shot" },
    { seconds: 64, kind: "loop" },
    { seconds: 12, kind: null },
  ] as const)("wants the whole of a sample (%j)", (sample) => {
    expect(countsAs(sample)).toBe("previews");
    expect(isHeardEnough(sample, sample.seconds)).toBe(true);
    expect(isHeardEnough(sample, sample.seconds * 0.94)).toBe(false);
  });

  it("never counts what was not heard at all", () => {
    expect(isHeardEnough({ seconds: 0, kind: "one-shot" }, 0)).toBe(false);
  });

  it("counts one play in the recording's own length", () => {
    const song = { seconds: 100, kind: "track" } as const;
    expect(areTooClose(song, 0, 99_999)).toBe(true);
    expect(areTooClose(song, 99_999, 0)).toBe(true);
    expect(areTooClose(song, 0, 100_000)).toBe(false);
  });
});
