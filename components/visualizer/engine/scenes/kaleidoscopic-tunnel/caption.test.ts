import { describe, expect, it } from "vitest";
import { emptyPiece } from "@/components/visualizer/engine/test-piece";
import { emptyFrame } from "@/components/visualizer/engine/testing/empty-frame";
import { ENGLISH } from "@/components/visualizer/engine/testing/english";
import { tunnelCaption } from "./caption";

describe("the caption of the tunnel", () => {
  it("says the place in the metre, the section, the key and the loudness", () => {
    const piece = {
      ...emptyPiece(20),
      beats: [0, 1, 2, 3],
      beatsPerBar: 3,
      key: { tonic: 9, mode: "minor" as const },
      sections: ["A", "B"].map((label, i) => ({ label, startSeconds: i * 10, endSeconds: i * 10 + 10 })),
      envelope: { secondsPerPoint: 1, ...bands() },
    };
    const beat = { index: 4, phase: 0.2, bar: 1, beatInBar: 1, beatsPerBar: 3 };
    expect(tunnelCaption(piece, { ...emptyFrame(4), beat, section: 0, level: 0.9 }, ENGLISH)).toBe(
      "Bar 2, beat 2 of 3: the tunnel has 6 segments. The pattern is that of section A, and B begins in 0:06. Its colours are those of A minor. The sound is loud here.",
    );
  });

  it("says what is missing", () => {
    expect(tunnelCaption(emptyPiece(10), emptyFrame(), ENGLISH)).toBe(
      "No beats were found: the tunnel moves steadily. The sound's spectrum was not measured, so the wall is bare.",
    );
  });
});

function bands() {
  const flat = new Float32Array(20).fill(0.5);
  return { level: flat, low: flat, mid: flat, high: flat };
}
