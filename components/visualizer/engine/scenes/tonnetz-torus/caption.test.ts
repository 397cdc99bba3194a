import { describe, expect, it } from "vitest";
import { emptyPiece } from "@/components/visualizer/engine/test-piece";
import { emptyFrame } from "@/components/visualizer/engine/testing/empty-frame";
import { ENGLISH } from "@/components/visualizer/engine/testing/english";
import { tonnetzCaption } from "./caption";

const chords = [
  { startSeconds: 0, endSeconds: 1, root: 0, quality: "major" as const },
  { startSeconds: 1, endSeconds: 2, root: 9, quality: "minor" as const },
];

describe("the caption of the torus", () => {
  it("says the chord, its notes, what came before, and the key", () => {
    const piece = { ...emptyPiece(10), chords, key: { tonic: 0, mode: "major" as const } };
    expect(tonnetzCaption(piece, { ...emptyFrame(), chord: 1 }, ENGLISH)).toBe(
      "A minor sounds: the triangle of A, C and E is lit. The trace comes from C major. The six chords of C major are tinted.",
    );
  });

  it("says what is missing", () => {
    expect(tonnetzCaption(emptyPiece(10), emptyFrame(), ENGLISH)).toBe(
      "No chords were found in this sound. No note stands out. No key was found, so no region is tinted.",
    );
    const frame = emptyFrame();
    frame.chroma[3] = 0.9;
    expect(tonnetzCaption({ ...emptyPiece(10), chords }, frame, ENGLISH)).toContain(
      "No chord sounds at this moment. The strongest notes are E♭.",
    );
    frame.chroma.fill(0.9);
    expect(tonnetzCaption(emptyPiece(10), frame, ENGLISH)).toContain("No note stands out.");
  });
});
