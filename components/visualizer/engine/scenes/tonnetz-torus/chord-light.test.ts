import { describe, expect, it } from "vitest";
import { lightOfChords, lightOfNotes, notesOfChords } from "./chord-light";

const C = { startSeconds: 0, endSeconds: 2, root: 0, quality: "major" as const };
const AM = { startSeconds: 2, endSeconds: 4, root: 9, quality: "minor" as const };
const lit = new Float32Array(24);
const trace = new Float32Array(24);

describe("light of chords", () => {
  it("is on the chord that sounds, and a trace stays on those that sounded", () => {
    lightOfChords([C, AM], 1, 3, lit, trace);
    expect(lit[21]).toBe(1);
    expect(lit[0]).toBe(0);
    expect(trace[0]).toBeGreaterThan(0.8);
    expect(trace[0]).toBeLessThan(trace[21] ?? 0);
    expect([...lit].filter((value) => value > 0)).toHaveLength(1);
  });

  it("does not know what has not sounded", () => {
    lightOfChords([C, AM], 0, 1, lit, trace);
    expect([lit[0], lit[21], trace[21]]).toEqual([1, 0, 0]);
    lightOfChords([C, AM], -1, -1, lit, trace);
    expect(Math.max(...lit, ...trace)).toBe(0);
  });

  it("moves smoothly from one chord to the next", () => {
    let before = new Float32Array(24);
    for (let seconds = 0; seconds < 6; seconds += 1 / 60) {
      lightOfChords([C, AM], seconds < 2 ? 0 : 1, seconds, lit, trace);
      for (let i = 0; i < 24; i++) expect(Math.abs((lit[i] ?? 0) - (before[i] ?? 0))).toBeLessThan(0.2);
      before = lit.slice();
    }
    expect(Math.max(...lit)).toBe(0);
  });

  it("is none without chords", () => {
    lightOfChords([], -1, 1, lit, trace);
    expect(Math.max(...lit, ...trace)).toBe(0);
  });

  it("falls on a triad as far as all three of its notes are heard", () => {
    const heard = new Float32Array(24);
    const chroma = new Float32Array(12);
    chroma.set([0.9], 0);
    chroma.set([0.5], 4);
    lightOfNotes(chroma, heard);
    expect(Math.max(...heard)).toBe(0);
    chroma.set([0.7], 7);
    lightOfNotes(chroma, heard);
    expect(heard[0]).toBe(0.5);
    expect([...heard].filter((value) => value > 0)).toHaveLength(1);
  });

  it("is on the three notes of the chord", () => {
    const chosen = new Float32Array(12);
    lightOfChords([C, AM], 1, 3, lit, trace);
    notesOfChords(lit, chosen);
    expect([...chosen].flatMap((value, note) => (value > 0 ? [note] : []))).toEqual([0, 4, 9]);
  });
});
