import { describe, expect, it } from "vitest";
import { melPosition } from "./mel-axis";
import { hzAtHeight, levelDbAt, noteReading, spectrogramReading } from "./spectrogram-reading";

/** Four columns of a second each and four rows; only the cell at the bottom of the third column is as loud as can be. */
const values = new Uint8Array(16);
values[3 * 4 + 2] = 255;
values[0] = 51;
const source = { picture: { width: 4, height: 4, values }, durationSeconds: 4, lowHz: 30, highHz: 16_000 };

describe("what is read on a spectrogram", () => {
  it.each([
    [440, "A4"],
    [261.63, "C4"],
    [445, "A4 +20 cents"],
    [27.5, "A0"],
    [46, "F♯1 −9 cents"],
    [8, "C−1 −38 cents"],
  ])("names the note of %d Hz", (hertz, note) => {
    expect(noteReading(hertz)).toBe(note);
  });

  it("is the frequency that the axis says", () => {
    for (const hertz of [50, 440, 1000, 12_000])
      expect(hzAtHeight(melPosition(hertz, 30, 16_000), 30, 16_000)).toBeCloseTo(hertz, 6);
  });

  it("is the level of the stored cell, below the loudest", () => {
    expect(levelDbAt(source, { seconds: 2.5, height: 0.1 })).toBe(0);
    expect(levelDbAt(source, { seconds: 0, height: 1 })).toBeCloseTo(-60);
    expect(levelDbAt(source, { seconds: 1.5, height: 0.1 })).toBeNull();
    // The very end belongs to the last column.
    expect(levelDbAt(source, { seconds: 4, height: 0 })).toBeNull();
    const height = melPosition(440, 30, 16_000);
    expect(spectrogramReading({ seconds: 1, height }, source)).toEqual(["440 Hz", "A4", "below −75 dB of the loudest"]);
  });
});
