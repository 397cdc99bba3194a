import { describe, expect, it } from "vitest";
import { PATH_POINTS, STEPS_PER_CHORD, writeHarmonyPath } from "./harmony-path";
import { TRIADS, triadIndex } from "./tonnetz";

const ROOTS = [0, 9, 5, 7, 2, 11, 4, 0, 8, 3, 10, 1];
const chords = ROOTS.map((root, i) => ({
  startSeconds: i,
  endSeconds: i + 1,
  root,
  quality: i % 2 ? ("minor" as const) : ("major" as const),
}));
const places = new Float32Array(PATH_POINTS * 2);

describe("the way of the harmony", () => {
  it("goes through the middles of the chords and ends in the present one", () => {
    expect(writeHarmonyPath(chords, 11, places)).toBe(9);
    for (let back = 0; back < 9; back++) {
      const chord = chords[11 - back];
      const centre = chord && TRIADS[triadIndex(chord)]?.centre;
      const point = PATH_POINTS - 1 - back * STEPS_PER_CHORD;
      expect(Math.cos(places[point * 2] ?? 0)).toBeCloseTo(Math.cos(centre?.tube ?? 0), 4);
      expect(Math.sin(places[point * 2 + 1] ?? 0)).toBeCloseTo(Math.sin(centre?.ring ?? 0), 4);
    }
  });

  it("never jumps", () => {
    writeHarmonyPath(chords, 11, places);
    for (let i = 2; i < places.length; i++) {
      expect(Math.abs((places[i] ?? 0) - (places[i - 2] ?? 0))).toBeLessThan(0.5);
    }
  });

  it("is short at the beginning and none without chords", () => {
    expect(writeHarmonyPath(chords, 1, places)).toBe(2);
    expect(places[0]).toBe(places[2]);
    expect(places[0]).toBeCloseTo(places[(PATH_POINTS - 1 - STEPS_PER_CHORD) * 2] ?? 0, 5);
    expect(writeHarmonyPath(chords, 0, places)).toBe(1);
    expect(writeHarmonyPath([], -1, places)).toBe(0);
    expect(places.every((value) => value === 0)).toBe(true);
  });
});
