import { describe, expect, it } from "vitest";
import { compareKey, compareNote, compareTempo, midiOfNote, noteOfMidi } from "./claims";

describe("a written value beside a measured one", () => {
  it.each([
    [140, 139.6, "same"],
    [140, 70.1, "half"],
    [70, 140, "double"],
    [120, 80, "two_thirds"],
    [120, 180, "three_halves"],
    [140, 137, "other"],
    [140, 1e-9, "other"],
  ] as const)("tempo %d, measured %d: %s", (written, measured, relation) => {
    expect(compareTempo(written, measured)).toBe(relation);
  });

  const minor = (tonic: number) => ({ tonic, mode: "minor" }) as const;
  const major = (tonic: number) => ({ tonic, mode: "major" }) as const;
  it.each([
    ["A minor, A minor", minor(9), minor(9), "same"],
    ["A alone, A minor", { tonic: 9, mode: null }, minor(9), "same"],
    ["A alone, C major", { tonic: 9, mode: null }, major(0), "other"],
    ["A minor, C major", minor(9), major(0), "relative"],
    ["C major, A minor", major(0), { tonic: "A", mode: "minor" }, "relative"],
    ["A minor, A major", minor(9), major(9), "parallel"],
    ["A minor, E minor", minor(9), minor(4), "neighbour"],
    ["A minor, D minor", minor(9), minor(2), "neighbour"],
    ["A minor, E major", minor(9), major(4), "other"],
    ["A minor, B♭ minor", minor(9), minor(10), "other"],
  ] as const)("key %s: %4$s", (_, written, measured, relation) => {
    expect(compareKey(written, measured)).toBe(relation);
  });

  it("tells a note from its octaves", () => {
    expect(compareNote(60, 60)).toBe("same");
    expect(compareNote(60, 36)).toBe("other_octave");
    expect(compareNote(36, 60)).toBe("other_octave");
    expect(compareNote(60, 61)).toBe("other");
  });

  it("names every MIDI note as records do", () => {
    expect([0, 30, 60, 69, 127].map(noteOfMidi)).toEqual(["C-1", "F#1", "C4", "A4", "G9"]);
    for (let midi = 0; midi < 128; midi++) expect(midiOfNote(noteOfMidi(midi))).toBe(midi);
    expect(midiOfNote("H2")).toBeNull();
  });
});
