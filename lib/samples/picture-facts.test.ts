import { describe, expect, it } from "vitest";
import { factsUpTo, type PictureFacts } from "./picture-facts";

const facts: PictureFacts = {
  durationSeconds: 120,
  beats: [0.5, 1, 89.5, 90, 119],
  downbeats: [0.5, 90],
  bpm: 120,
  beatsPerBar: 4,
  key: { tonic: 9, mode: "minor" },
  chords: [
    { startSeconds: 0, endSeconds: 80, root: 9, quality: "minor" },
    { startSeconds: 80, endSeconds: 100, root: 0, quality: "major" },
    { startSeconds: 100, endSeconds: 120, root: 7, quality: "major" },
  ],
  sections: [{ startSeconds: 0, endSeconds: 120, label: "A" }],
};

describe("what a picture of a preview is drawn from", () => {
  it("ends where the preview ends", () => {
    expect(factsUpTo(facts, 90)).toEqual({
      ...facts,
      beats: [0.5, 1, 89.5],
      downbeats: [0.5],
      chords: [facts.chords[0], { ...facts.chords[1], endSeconds: 90 }],
      sections: [{ startSeconds: 0, endSeconds: 90, label: "A" }],
    });
  });

  it("is all of it where all is heard", () => {
    expect(factsUpTo(facts, 120)).toBe(facts);
  });
});
