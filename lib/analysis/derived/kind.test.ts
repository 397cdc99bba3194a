import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import { type KindEvidence, soundKind } from "./kind";

const decaying: LevelShape = {
  attackSeconds: 0.002,
  temporalCentroid: 0.2,
  peakSeconds: 0.01,
  startDb: 8,
  endDb: -40,
  soundingShare: 0.4,
  decaySeconds: 0.2,
};
const steady: LevelShape = { ...decaying, temporalCentroid: 0.5, startDb: 4, endDb: -6, soundingShare: 0.9 };

function evidence(change: Partial<KindEvidence> & { onsets: number }): KindEvidence {
  const { onsets, ...rest } = change;
  const events = { times: [], rises: Array.from({ length: onsets }, () => 10), count: onsets, perSecond: 1 };
  return { durationSeconds: 0.5, shape: decaying, beatStrength: 0, tempo: null, chordsHeld: 0, ...rest, events };
}

describe("soundKind", () => {
  it("calls one decaying event a one-shot", () => {
    expect(soundKind(evidence({ onsets: 1 }))).toMatchObject({ label: "one-shot" });
    expect(soundKind(evidence({ onsets: 1 })).confidence).toBeGreaterThan(0.9);
    expect(soundKind(evidence({ onsets: 1, durationSeconds: 4 })).label).toBe("one-shot");
  });

  it("calls whole bars that begin at once a loop", () => {
    const fourBars = { durationSeconds: 8, shape: steady, beatStrength: 0.7, tempo: { bpm: 120 }, onsets: 32 };
    expect(soundKind(evidence(fourBars)).label).toBe("loop");
    expect(soundKind(evidence(fourBars)).confidence).toBeGreaterThan(0.9);
    expect(soundKind(evidence({ ...fourBars, durationSeconds: 2, onsets: 8 })).label).toBe("loop");
  });

  it("calls minutes of events a track, on the grid or not", () => {
    const song = { durationSeconds: 200, shape: steady, beatStrength: 0.6, tempo: { bpm: 120 }, onsets: 700 };
    expect(soundKind(evidence(song)).label).toBe("track");
    expect(soundKind(evidence({ ...song, tempo: null, beatStrength: 0.1, onsets: 20 })).label).toBe("track");
  });

  it("never calls chords that change without an onset a single sound", () => {
    const pad = { durationSeconds: 10, shape: { ...steady, startDb: -30 }, onsets: 1 };
    expect(soundKind(evidence(pad)).label).toBe("one-shot");
    expect(soundKind(evidence({ ...pad, chordsHeld: 4 })).label).not.toBe("one-shot");
  });

  it("is more certain of a loop the better its length fits whole bars", () => {
    const loop = { shape: steady, beatStrength: 0.7, tempo: { bpm: 120 }, onsets: 60, durationSeconds: 16 };
    const [fits, misses] = [16, 16.7].map((durationSeconds) => soundKind(evidence({ ...loop, durationSeconds })));
    expect(fits?.confidence).toBeGreaterThan((misses?.confidence ?? 1) + 0.02);
  });

  it("calls half a minute cut out of a song a track, though it begins at full level, unless it is whole bars", () => {
    const excerpt = { shape: steady, beatStrength: 0.7, onsets: 90, durationSeconds: 30.7, tempo: { bpm: 97 } };
    expect(soundKind(evidence(excerpt)).label).toBe("track");
    expect(soundKind(evidence({ ...excerpt, durationSeconds: 32, tempo: { bpm: 120 } })).label).toBe("loop");
    expect(soundKind(evidence({ ...excerpt, durationSeconds: 12.3 })).label).toBe("loop");
  });

  it("never turns from track to loop or one-shot as a sound gets longer", () => {
    const order = { "one-shot": 0, loop: 1, track: 2 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 12, max: 100, noNaN: true }),
        (onsets, seconds) => {
          const at = (durationSeconds: number) =>
            order[soundKind(evidence({ onsets, durationSeconds, shape: steady })).label];
          expect(at(seconds * 4)).toBeGreaterThanOrEqual(at(seconds) === 2 ? 2 : 0);
        },
      ),
    );
  });
});
