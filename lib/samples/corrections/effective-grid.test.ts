import { describe, expect, it } from "vitest";
import { effectiveGrid, type MeasuredGrid } from "./effective-grid";
import { NO_CORRECTIONS } from "./no-corrections";
import type { SampleCorrections } from "./schema";

const said = { by: null, at: "2026-01-01T00:00:00.000Z" };
const bpm = (value: number | null): Pick<SampleCorrections, "bpm"> => ({ bpm: { value, ...said } });
const grid = (shiftBeats: number, offsetMs: number): Pick<SampleCorrections, "grid"> => ({
  grid: { value: { shiftBeats, offsetMs }, ...said },
});
const meter = { beatsPerBar: 4, beatUnit: 4, confidence: 1 } as MeasuredGrid["meter"];
/** Two bars of four at 120 BPM, from 0.25 s, of a player who holds the fifth beat back by 40 ms. */
const beats = [0.25, 0.75, 1.25, 1.75, 2.29, 2.75, 3.25, 3.75];
const played: MeasuredGrid = {
  beats,
  downbeats: [0.25, 2.29],
  meter,
  tempo: { bpm: 120, confidence: 0.5, alternatives: [] },
  durationSeconds: 4.25,
};
const gridOf = (corrections: Partial<SampleCorrections>, record = played) =>
  effectiveGrid(record, { ...NO_CORRECTIONS, ...corrections });

describe("the grid that counts", () => {
  it("is what was measured until somebody knows better", () => {
    expect(gridOf({})).toEqual({ beats, downbeats: [0.25, 2.29] });
    expect(gridOf({}, { ...played, beats: null as never })).toBeNull();
  });

  it("follows the player at twice the tempo, and counts new bars from the first", () => {
    const double = gridOf(bpm(240));
    expect(double?.beats).toHaveLength(16);
    expect(double?.beats.slice(6, 10).map((seconds) => Number(seconds.toFixed(3)))).toEqual([1.75, 2.02, 2.29, 2.52]);
    expect(double?.downbeats.map((seconds) => Number(seconds.toFixed(3)))).toEqual([0.25, 1.25, 2.29, 3.25]);
  });

  it("leaves out every second beat at half the tempo", () => {
    expect(gridOf(bpm(60))).toEqual({ beats: [0.25, 1.25, 2.29, 3.25], downbeats: [0.25] });
  });

  it("is even through the first downbeat at a tempo of its own", () => {
    const other = gridOf(bpm(100));
    expect(other?.beats.slice(0, 3).map((seconds) => Number(seconds.toFixed(2)))).toEqual([0.25, 0.85, 1.45]);
    expect(other?.beats.at(-1)).toBeLessThan(4.25);
    expect(other?.downbeats[1]).toBeCloseTo(0.25 + 4 * 0.6);
  });

  it("gives beats to a sound in which none were found, and takes them from one without tempo", () => {
    const unheard = { ...played, beats: null as never, downbeats: null as never, tempo: null as never };
    expect(gridOf(bpm(120), unheard)?.beats).toHaveLength(9);
    expect(gridOf(bpm(null))).toBeNull();
  });

  it("moves the one of the bar and fills up at both ends", () => {
    expect(gridOf(grid(1, 0))?.downbeats).toEqual([0.75, 2.75]);
    expect(gridOf(grid(-1, 0))?.downbeats).toEqual([1.75, 3.75]);
    expect(gridOf(grid(3, 0))?.downbeats).toEqual([1.75, 3.75]);
    expect(gridOf(grid(5, 0))?.downbeats).toEqual([0.75, 2.75]);
  });

  it("nudges all beats alike, and drops what leaves the recording", () => {
    const nudged = gridOf(grid(0, -300));
    expect(nudged?.beats).toHaveLength(7);
    expect(nudged?.beats[0]).toBeCloseTo(0.45);
    expect(nudged?.downbeats[0]).toBeCloseTo(1.99);
  });
});
