import { describe, expect, it } from "vitest";
import { FrameSource } from "./frame-source";
import { emptyPiece, testPiece } from "./test-piece";

const silent = { deltaSeconds: 0, isPlaying: false, heard: null };

describe("a frame", () => {
  it("is the same for the same moment, in whatever order moments are asked for", () => {
    const source = new FrameSource(testPiece());
    const at = (seconds: number) => structuredClone(source.at({ ...silent, seconds }));
    const first = at(3.3);
    at(7);
    at(0);
    expect(at(3.3)).toEqual(first);
    expect(first).toMatchObject({ chord: 1, section: 0, beat: { index: 6, bar: 1, beatInBar: 2 } });
  });

  it("has no chord between two chords, and the section from its first moment on", () => {
    const source = new FrameSource(testPiece());
    expect(source.at({ ...silent, seconds: 4.5 }).chord).toBe(-1);
    expect(source.at({ ...silent, seconds: 4 }).section).toBe(1);
    expect(source.at({ ...silent, seconds: 9 })).toMatchObject({ chord: -1, section: -1, beat: null, level: 0 });
  });

  it("has bands between the points of the envelope", () => {
    const level = Float32Array.of(0, 1, 0.5);
    const envelope = { secondsPerPoint: 1, level, low: level, mid: level, high: level };
    const source = new FrameSource(testPiece({ envelope }));
    expect(source.at({ ...silent, seconds: 1 }).level).toBeCloseTo(0.5);
    expect(source.at({ ...silent, seconds: 1.5 }).level).toBe(1);
    expect(source.at({ ...silent, seconds: 2.9 }).low).toBe(0.5);
  });

  it("shows the stored spectrum where nothing is heard, and what is heard where something is", () => {
    const source = new FrameSource(testPiece());
    expect(source.at({ ...silent, seconds: 1 }).spectrum[30]).toBeCloseTo(100 / 255, 5);
    const heard = { decibels: new Float32Array(2048).fill(-200), sampleRateHz: 48_000 };
    expect(source.at({ ...silent, seconds: 1, heard }).spectrum[30]).toBe(0);
  });

  it("is empty where nothing was found", () => {
    const frame = new FrameSource(emptyPiece()).at({ ...silent, seconds: 0.002 });
    expect(frame).toMatchObject({ beat: null, pulse: 0, level: 0, chord: -1, section: -1 });
    expect(Math.max(...frame.spectrum, ...frame.chroma)).toBe(0);
  });
});
