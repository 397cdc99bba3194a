import { describe, expect, it } from "vitest";
import { emptyPiece } from "@/components/visualizer/engine/test-piece";
import { emptyFrame } from "@/components/visualizer/engine/testing/empty-frame";
import { ENGLISH } from "@/components/visualizer/engine/testing/english";
import { nebulaCaption } from "./caption";

const flat = (value: number) => new Float32Array(10).fill(value);

describe("the caption of the nebula", () => {
  it("says how far the piece is and how it sounds", () => {
    const values = new Uint8Array(40).fill(0);
    for (let column = 0; column < 10; column++) values[column * 4 + 3] = 255;
    const mel = { columns: 10, bands: 4, secondsPerColumn: 1, values };
    const sections = [{ startSeconds: 0, endSeconds: 10, label: "B" }];
    expect(nebulaCaption({ ...emptyPiece(10), mel, sections }, { ...emptyFrame(4), section: 0 }, ENGLISH)).toBe(
      "0:04 of 0:10 is lit. The sound is bright, tonal and of middle loudness here. This is section B.",
    );
    const silent = { ...mel, values: new Uint8Array(40) };
    expect(nebulaCaption({ ...emptyPiece(10), mel: silent }, emptyFrame(4), ENGLISH)).toContain(
      "The sound is silent here.",
    );
  });

  it("says what is missing", () => {
    expect(nebulaCaption(emptyPiece(0.005), emptyFrame(), ENGLISH)).toBe(
      "0:00 of 0.005 s is lit. The sound's spectrum was not measured: the path shows time alone.",
    );
    expect(nebulaCaption(emptyPiece(9), emptyFrame(0.4), ENGLISH)).toContain("0:00 of 0:09 is lit");
    const envelope = { secondsPerPoint: 1, level: flat(0.9), low: flat(1), mid: flat(0), high: flat(0) };
    expect(nebulaCaption({ ...emptyPiece(10), envelope }, emptyFrame(1), ENGLISH)).toBe(
      "0:01 of 0:10 is lit. The sound is dark and loud here. Only three bands were measured, so the cloud is coarse.",
    );
  });
});
