import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/components/visualizer/engine/testing/english";
import { chordName, clock, keyName, listed, loudnessWord, noteNames } from "./words";

describe("words of captions", () => {
  it("spell notes as the key does", () => {
    expect(keyName({ tonic: 6, mode: "minor" }, ENGLISH)).toBe("F♯ minor");
    expect(chordName({ root: 10, quality: "major" }, { tonic: 5, mode: "major" }, ENGLISH)).toBe("B♭ major");
    expect(chordName({ root: 3, quality: "minor" }, { tonic: 4, mode: "major" }, ENGLISH)).toBe("D♯ minor");
    expect(noteNames({ tonic: 9, mode: "minor" })).toEqual(noteNames(null));
    expect(noteNames({ tonic: 2, mode: "minor" })[10]).toBe("B♭");
  });

  it("say times, loudness and lists", () => {
    expect([0, 65, 3725, 0.005].map((seconds) => clock(seconds, ENGLISH))).toEqual([
      "0:00",
      "1:05",
      "1:02:05",
      "0.005 s",
    ]);
    expect([0, 0.1, 0.4, 0.9].map((level) => loudnessWord(level, ENGLISH))).toEqual([
      "silent",
      "quiet",
      "of middle loudness",
      "loud",
    ]);
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map((words) => listed(words, ENGLISH))).toEqual([
      "",
      "A",
      "A and B",
      "A, B and C",
    ]);
  });
});
