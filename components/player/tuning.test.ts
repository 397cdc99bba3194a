import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_SOUND } from "./sound-settings";
import { foldedRate, isForElement, needsStretching, semitonesTo, tuningOf } from "./tuning";

const C_MAJOR = { tonic: 0, mode: "major" } as const;
const A_MINOR = { tonic: 9, mode: "minor" } as const;
const D_MAJOR = { tonic: 2, mode: "major" } as const;

describe("everything at one tempo", () => {
  it("changes each track by the least that makes it fit, doubled or halved", () => {
    expect(foldedRate(120, 124)).toBeCloseTo(124 / 120, 12);
    expect(foldedRate(87, 174)).toBe(1);
    expect(foldedRate(172, 87)).toBeCloseTo(174 / 172, 12);
    fc.assert(
      fc.property(
        fc.double({ min: 30, max: 300, noNaN: true }),
        fc.double({ min: 30, max: 300, noNaN: true }),
        (a, b) => {
          const rate = foldedRate(a, b);
          expect(rate).toBeGreaterThan(Math.SQRT1_2 - 1e-9);
          expect(rate).toBeLessThan(Math.SQRT2 + 1e-9);
          const octaves = Math.log2((a * rate) / b);
          expect(octaves).toBeCloseTo(Math.round(octaves), 9);
        },
      ),
    );
  });

  it("leaves what has no tempo as it is, and moves the pitch only if that is wanted", () => {
    const settings = { ...USUAL_SOUND, bpm: 124 };
    expect(tuningOf({ bpm: null, key: null }, settings)).toEqual({ tempo: 1, pitch: 1 });
    expect(tuningOf({ bpm: 62, key: null }, { ...settings, bpm: 130 })).toEqual({ tempo: 130 / 124, pitch: 1 });
    const { tempo, pitch } = tuningOf({ bpm: 120, key: null }, { ...settings, keepsPitch: false });
    expect(pitch).toBe(tempo);
    expect(tuningOf({ bpm: 124, key: null }, { ...settings, rate: 1.5 }).tempo).toBe(1.5);
  });
});

describe("everything in one key", () => {
  it("goes the shorter way round, and takes a relative as the same key", () => {
    expect(semitonesTo(C_MAJOR, D_MAJOR)).toBe(2);
    expect(semitonesTo(D_MAJOR, C_MAJOR)).toBe(-2);
    expect(semitonesTo({ tonic: 11, mode: "major" }, D_MAJOR)).toBe(3);
    expect(semitonesTo(A_MINOR, C_MAJOR)).toBe(0);
    expect(Math.abs(semitonesTo(C_MAJOR, { tonic: 6, mode: "major" }))).toBe(6);
  });

  it("counts from the pitch that another tempo has made", () => {
    const settings = { ...USUAL_SOUND, bpm: 120 * 2 ** (2 / 12), keepsPitch: false, key: D_MAJOR };
    const { tempo, pitch } = tuningOf({ bpm: 120, key: C_MAJOR }, settings);
    // Two semitones faster is in D already.
    expect(pitch).toBeCloseTo(tempo, 12);
    const kept = tuningOf({ bpm: 120, key: C_MAJOR }, { ...settings, keepsPitch: true });
    expect(kept.pitch).toBeCloseTo(2 ** (2 / 12), 12);
    expect(kept.pitch).toBeCloseTo(kept.tempo, 12);
    expect(tuningOf({ bpm: null, key: null }, settings).pitch).toBe(1);
  });

  it("knows what a media element can do by itself", () => {
    expect(isForElement({ tempo: 1.2, pitch: 1 })).toBe(true);
    expect(isForElement({ tempo: 1.2, pitch: 1.2 })).toBe(true);
    expect(isForElement({ tempo: 1, pitch: 1.06 })).toBe(false);
    expect(needsStretching({ tempo: 1.2, pitch: 1 })).toBe(true);
    expect(needsStretching({ tempo: 1.2, pitch: 1.2 })).toBe(false);
  });
});
