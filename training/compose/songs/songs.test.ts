import { describe, expect, it } from "vitest";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { TrainingPiece } from "@/training/compose/composition";
import { composeFolkTune } from "./folk-tune";
import { namedChord } from "./named-chord";
import { composePianoPiece } from "./piano-piece";
import { composePopSong } from "./pop-song";
import { drawn, shareOf } from "./shares";

const PIECES = 120;
const compose = (by: (seed: number) => TrainingPiece) => Array.from({ length: PIECES }, (_, seed) => by(seed));

/** Share of the time that each degree above the tonic sounds, over pieces in major. */
function degreesOf(pieces: readonly TrainingPiece[]): number[] {
  const seconds = new Array<number>(12).fill(0);
  for (const { mode, tonic, notes } of pieces) {
    if (mode === "minor") continue;
    for (const { channel, pitch, lengthSeconds } of notes)
      if (channel !== 9)
        seconds[(pitch - tonic + 120) % 12] = (seconds[(pitch - tonic + 120) % 12] ?? 0) + lengthSeconds;
  }
  const all = seconds.reduce((sum, value) => sum + value, 0);
  return seconds.map((value) => value / all);
}

const SCALE = [0, 2, 4, 5, 7, 9, 11];

describe("music composed by counts", () => {
  it("has the degrees of real songs and tunes, and of piano music more that are foreign to the key", () => {
    const songs = degreesOf(compose(composePopSong));
    const tunes = degreesOf(compose(composeFolkTune));
    const piano = degreesOf(compose(composePianoPiece));
    // Counted shares of the degrees 1 to 7.
    const counted = {
      songs: [0.21, 0.13, 0.15, 0.09, 0.21, 0.13, 0.07],
      tunes: [0.23, 0.13, 0.17, 0.08, 0.19, 0.1, 0.07],
    };
    SCALE.forEach((degree, i) => {
      expect(Math.abs((songs[degree] ?? 0) - (counted.songs[i] ?? 0))).toBeLessThan(0.06);
      expect(Math.abs((tunes[degree] ?? 0) - (counted.tunes[i] ?? 0))).toBeLessThan(0.1);
    });
    const foreign = (degrees: number[]) => 1 - SCALE.reduce((sum, degree) => sum + (degrees[degree] ?? 0), 0);
    expect(foreign(songs)).toBeLessThan(0.05);
    expect(foreign(piano)).toBeGreaterThan(0.05);
    expect(foreign(piano)).toBeLessThan(0.3);
  });

  it("does not begin on its tonic as a rule", () => {
    for (const by of [composePopSong, composeFolkTune, composePianoPiece]) {
      const onTonic = compose(by).filter(({ notes, tonic }) => {
        const [first] = [...notes].sort((a, b) => a.startSeconds - b.startSeconds || a.pitch - b.pitch);
        return first && (first.pitch - tonic + 120) % 12 === 0;
      });
      expect(onTonic.length / PIECES).toBeGreaterThan(0.15);
      expect(onTonic.length / PIECES).toBeLessThan(0.65);
    }
  });

  it("is the same for the same seed, and lasts as long as it says", () => {
    for (const by of [composePopSong, composeFolkTune, composePianoPiece]) {
      expect(by(7)).toEqual(by(7));
      const { durationSeconds, notes } = by(8);
      expect(durationSeconds).toBeGreaterThan(8);
      expect(durationSeconds).toBeLessThanOrEqual(33);
      for (const note of notes) {
        expect(note.startSeconds).toBeGreaterThanOrEqual(0);
        expect(note.startSeconds).toBeLessThan(durationSeconds);
        expect(note.pitch).toBeGreaterThanOrEqual(21);
        expect(note.pitch).toBeLessThanOrEqual(108);
      }
    }
  });
});

describe("a chord's name", () => {
  it.each([
    ["I", 0, [0, 4, 7]],
    ["vi", 9, [0, 3, 7]],
    ["bVII", 10, [0, 4, 7]],
    ["iio", 2, [0, 3, 6]],
    ["Vsus", 7, [0, 5, 7]],
  ])("%s has its root and tones", (name, root, tones) => {
    expect(namedChord(name)).toEqual({ root, tones });
  });

  it("must be known", () => {
    expect(() => namedChord("VIII")).toThrow(RangeError);
  });
});

describe("shares", () => {
  it("are drawn as often as they say, times their weights", () => {
    const random = new SeededRandom(1);
    const count = { a: 0, b: 0 } as Record<string, number>;
    for (let i = 0; i < 4000; i++) {
      const name = drawn(random, "a 750 b 250", (of) => (of === "b" ? 3 : 1));
      count[name] = (count[name] ?? 0) + 1;
    }
    expect(Math.abs((count.a ?? 0) / 4000 - 0.5)).toBeLessThan(0.03);
    expect(shareOf("a 750 b 250", "b")).toBe(250);
    expect(shareOf("a 750 b 250", "c")).toBe(0);
  });
});
