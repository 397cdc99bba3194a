import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { Workpiece } from "@/lib/workbench/schema";
import { saidBy, shifted, startDraft, times, undoOf } from "./draft";

const piece = {
  measured: {
    tempo: { bpm: 87, confidence: 0.3, alternatives: [] },
    key: { tonic: "A", mode: "minor", confidence: 0.4, alternatives: [] },
    kind: { label: "loop", confidence: 0.4 },
    beats: [0, 0.7],
    downbeats: [0],
    beatsPerBar: 4,
  },
  corrections: NO_CORRECTIONS,
} as unknown as Workpiece;
const said = { by: null, at: "2026-01-01T00:00:00.000Z" };

describe("a draft", () => {
  it("begins with what counts", () => {
    expect(startDraft(piece)).toEqual({
      ...{ bpm: 87, shiftBeats: 0, offsetMs: 0 },
      ...{ key: { tonic: 9, mode: "minor" }, kind: "loop" },
    });
    const corrections = { ...NO_CORRECTIONS, bpm: { value: null, ...said }, key: { value: null, ...said } };
    expect(startDraft({ ...piece, corrections })).toMatchObject({ bpm: null, key: null });
  });

  it("says what was measured to make it certain, and the grid only if it moved", () => {
    const draft = startDraft(piece);
    expect(saidBy("bpm", draft, piece)).toEqual({ bpm: 87 });
    expect(saidBy("bpm", { ...draft, offsetMs: 10 }, piece)).toEqual({
      bpm: 87,
      grid: { shiftBeats: 0, offsetMs: 10 },
    });
    expect(saidBy("key", { ...draft, key: null }, piece)).toEqual({ key: "none" });
  });

  it("is undone to what was there before: a measurement, or an older correction", () => {
    expect(undoOf({ bpm: 174, grid: { shiftBeats: 1, offsetMs: 0 } }, piece)).toEqual({
      bpm: "measured",
      grid: "measured",
    });
    const corrections = { ...NO_CORRECTIONS, key: { value: null, ...said } };
    expect(undoOf({ key: { tonic: 0, mode: "major" } }, { ...piece, corrections })).toEqual({ key: "none" });
  });

  it("keeps to tempos that exist, and to one bar", () => {
    expect(times(87, 2)).toBe(174);
    expect(times(300, 2)).toBe(300);
    expect(times(null, 2)).toBeNull();
    expect(shifted(3, 1, 4)).toBe(0);
    expect(shifted(0, -1, 4)).toBe(-1);
  });
});
