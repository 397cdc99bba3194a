import { describe, expect, it } from "vitest";
import type { MusicalKey } from "@/lib/analysis/record/values/key";
import { chordName, chordShares, isWrittenWithFlats } from "./chord-names";

const key = (tonic: MusicalKey["tonic"], mode: MusicalKey["mode"]) => ({ tonic, mode }) as MusicalKey;

describe("chord names", () => {
  it("are written as musicians write them", () => {
    expect(chordName("F#m", false)).toMatchObject({ short: "F♯m", spoken: "F♯ minor", root: 6, mode: "minor" });
    expect(chordName("C", true)).toMatchObject({ short: "C", spoken: "C major", root: 0, mode: "major" });
    expect(chordName("N", false)).toBeNull();
  });

  it("have flats in flat keys and sharps in all others", () => {
    expect(chordName("A#", isWrittenWithFlats(key("F", "major")))?.short).toBe("B♭");
    expect(chordName("D#m", isWrittenWithFlats(key("C", "minor")))?.short).toBe("E♭m");
    expect(chordName("A#", isWrittenWithFlats(key("B", "major")))?.short).toBe("A♯");
    expect(isWrittenWithFlats(key("A", "minor"))).toBe(false);
    expect(isWrittenWithFlats(null)).toBe(false);
  });
});

describe("the chords of a piece", () => {
  it("are ranked by how long they are heard, not counting the time without a chord", () => {
    const chords = [
      { startSeconds: 0, endSeconds: 2, label: "N" },
      { startSeconds: 2, endSeconds: 3, label: "C" },
      { startSeconds: 3, endSeconds: 5, label: "Am" },
      { startSeconds: 5, endSeconds: 6, label: "Am" },
    ];
    expect(chordShares(chords, false).map(({ short, share }) => [short, share])).toEqual([
      ["Am", 0.75],
      ["C", 0.25],
    ]);
    expect(chordShares([], false)).toEqual([]);
  });
});
