import { describe, expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import { clicks, concatenate, noise } from "@/lib/dsp/testing/test-signals";
import { findBeatGrid } from "./beat-grid";
import { PitchClassListener } from "./pitch-classes";

const BEATS: ValueName[] = ["tempo", "meter", "beats", "downbeats", "rhythm"];

function analyze(signal: Float32Array, sampleRateHz = 44_100, values = BEATS) {
  const engine = createEngine({ sampleRateHz, channels: 1, pictures: false, values });
  engine.push([signal]);
  return engine.finish().features;
}

/** Seconds from each to the nearest click. */
const errors = (beats: readonly number[] | null, bpm: number, start: number) =>
  (beats ?? [Number.NaN]).map((beat) => {
    const count = ((beat - start) * bpm) / 60;
    return Math.abs(((count - Math.round(count)) * 60) / bpm);
  });

describe("beats of a file", () => {
  it.each([22_050, 44_100, 48_000, 96_000])(
    "at %d Hz lie within 5 ms of the clicks, down to the millisecond",
    (rate) => {
      const { beats, downbeats, rhythm } = analyze(clicks(123.4, rate, 16, 0.37), rate);
      expect(beats?.length).toBeGreaterThanOrEqual(31);
      expect(Math.max(...errors(beats, 123.4, 0.37))).toBeLessThan(0.005);
      for (const beat of beats ?? []) expect(Math.round(beat * 1000) / 1000).toBe(beat);
      expect((downbeats ?? []).every((beat) => beats?.includes(beat))).toBe(true);
      expect(rhythm).toMatchObject({ stability: 1, startsOnGrid: false, loopBars: null });
    },
  );

  it("move with silence added at the start, and stay the same at a tenth of the level", () => {
    const music = clicks(97, 44_100, 14, 0.1);
    const late = concatenate(new Float32Array(44_100), music);
    const { beats } = analyze(late);
    expect(Math.max(...errors(beats, 97, 1.1))).toBeLessThan(0.005);
    const quiet = analyze(music.map((x) => x * 0.1)).beats ?? [];
    const loud = analyze(music).beats ?? [];
    expect(quiet.length).toBe(loud.length);
    expect(Math.max(...quiet.map((beat, i) => Math.abs(beat - (loud[i] ?? 0))))).toBeLessThan(0.002);
  });

  it("show a loop of four bars that starts and ends on the grid", () => {
    const { beats, rhythm } = analyze(clicks(120, 44_100, 8));
    expect(beats?.length).toBe(16);
    expect(rhythm).toMatchObject({ loopBars: 4, startsOnGrid: true, endsOnGrid: true });
  });

  it("are absent, with a reason, if there is no tempo", () => {
    for (const signal of [new Float32Array(44_100 * 3), noise(44_100 * 6, 0.3), noise(4000, 0.5)]) {
      const features = analyze(signal);
      expect(features).toMatchObject({ meter: null, beats: null, downbeats: null });
      for (const name of ["meter", "beats", "downbeats"] as const) {
        expect(features.notApplicable[name]?.code).toBe("no_tempo");
      }
      expect([null, undefined]).toContain(features.rhythm?.loopBars);
    }
  });

  it("can be asked for alone", () => {
    const music = clicks(120, 44_100, 8);
    const { beats, tempo, meter } = analyze(music, 44_100, ["beats"]);
    expect(beats).toEqual(analyze(music).beats);
    expect([tempo, meter]).toEqual([null, null]);
  });

  it("end where listening ends, however long the file is", () => {
    const listener = new PitchClassListener(10, 20);
    for (let frame = 0; frame < 5000; frame++) listener.onPitchClasses(new Float64Array(12).fill(1 / 12));
    const { classes, perSecond } = listener.finish();
    expect(classes.length).toBe(20 * 10 * 12);
    const tempo = { found: true, bpm: 120, confidence: 1, alternatives: [], variation: 0, path: null } as const;
    const grid = findBeatGrid({
      strengths: [0, 1, 2].map(() => Float64Array.from({ length: 2000 }, (_, i) => (i % 50 === 20 ? 30 : 0))),
      chroma: classes,
      chromaPerSecond: perSecond,
      activation: null,
      tempo: { ...tempo, alternatives: [] },
      durationSeconds: 3600,
      framesPerSecond: 100,
      listenedSeconds: 20,
    }).value;
    expect(grid?.beats.length).toBe(40);
    expect(grid?.beats.at(-1)).toBeLessThanOrEqual(20);
  });
});
