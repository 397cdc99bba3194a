import { describe, expect, it } from "vitest";
import { NO_FILE_TAGS } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { claimsOf } from "./file-claims";
import { fileFactsOf, fileNotesOf } from "./file-facts";

const NOTHING = { bpm: null, key: null, kind: null };
const loop = {
  durationSeconds: 8,
  tempo: { bpm: 69.96, confidence: 0.9, alternatives: [] },
  key: { tonic: "A", mode: "minor", camelot: "8A", confidence: 0.8, alternatives: [] },
  kind: { label: "loop", confidence: 0.9 },
  pitch: null,
  notApplicable: {},
} as unknown as AnalysisRecord;
const note = { ...loop, tempo: null, key: null, pitch: { note: "F#1", cents: 0, hz: 46, confidence: 1 } };

describe("what a file says beside what is measured", () => {
  it("is said plainly where they differ", () => {
    const tags = { ...NO_FILE_TAGS, bpm: 140, key: { tonic: 0, mode: "major" as const }, kind: "one-shot" as const };
    const name = { bpm: 70, key: { tonic: 9, mode: "minor" as const }, kind: null };
    expect(claimsOf(loop, tags, name)).toEqual([
      {
        name: "Tempo",
        inFile: "140 BPM",
        inName: "70 BPM",
        measured: "70 BPM",
        differences: ["The file says 140 BPM, measured 70: half of it."],
      },
      {
        name: "Key",
        inFile: "C major",
        inName: "A minor",
        measured: "A minor",
        differences: ["The file says C major, measured A minor: the relative key, with the same notes."],
      },
      {
        name: "Kind",
        inFile: "one-shot",
        inName: null,
        measured: "loop",
        differences: ["The file says one-shot, measured loop: another kind."],
      },
    ]);
  });

  it("is compared with what a person corrected", () => {
    const tags = { ...NO_FILE_TAGS, bpm: 140, key: { tonic: 0, mode: "major" as const }, kind: "loop" as const };
    const said = { by: null, at: "2026-05-14T09:05:00.000Z" };
    const corrected = {
      bpm: { value: 140, ...said },
      key: { value: { tonic: 5, mode: "major" as const }, ...said },
      kind: { value: "track" as const, ...said },
      grid: null,
    };
    expect(claimsOf(loop, tags, NOTHING, corrected)).toMatchObject([
      { measured: "140 BPM (corrected)", differences: [] },
      {
        measured: "F major (corrected)",
        differences: ["The file says C major, corrected to F major: one step away on the circle of fifths."],
      },
      { measured: "track (corrected)", differences: ["The file says loop, corrected to track: another kind."] },
    ]);
    const none = { ...corrected, bpm: { value: null, ...said }, key: { value: null, ...said } };
    expect(claimsOf(loop, tags, NOTHING, none)).toMatchObject([
      { measured: "none (corrected)", differences: [] },
      { measured: "none (corrected)", differences: [] },
      {},
    ]);
  });

  it("compares a single note with a root note, and with the tonic of a key", () => {
    const tags = { ...NO_FILE_TAGS, rootNote: 42, key: { tonic: 6, mode: null } };
    const [key, root] = claimsOf(note, tags, { ...NOTHING, key: { tonic: 7, mode: "minor" } });
    expect(key).toMatchObject({ inFile: "F♯", inName: "G minor", measured: "F♯1" });
    expect(key?.differences).toEqual(["The name says G minor, measured F♯1: another note."]);
    expect(root?.differences).toEqual(["The file says F♯2, measured F♯1: the same note in another octave."]);
  });

  it("is nothing where nobody wrote anything, and no difference where nothing is measured", () => {
    expect(claimsOf(loop, null, NOTHING)).toEqual([]);
    expect(claimsOf(loop, NO_FILE_TAGS, NOTHING)).toEqual([]);
    expect(claimsOf(note, { ...NO_FILE_TAGS, bpm: 120 }, NOTHING)).toMatchObject([
      { name: "Tempo", inFile: "120 BPM", measured: null, differences: [] },
    ]);
  });
});

describe("the rest of what a file says", () => {
  it("is listed without what is missing", () => {
    expect(fileFactsOf(NO_FILE_TAGS)).toEqual([]);
    const cues = Array.from({ length: 10 }, (_, at) => ({ seconds: at, label: at === 0 ? "Intro" : null }));
    const tags = { ...NO_FILE_TAGS, title: "Night", artist: "Eve", albumArtist: "Eve", track: 3, disc: 2, cues };
    expect(fileFactsOf({ ...tags, loops: [{ startSeconds: 0, endSeconds: 1.5 }] })).toEqual([
      { name: "Title", value: "Night" },
      { name: "Artist", value: "Eve" },
      { name: "Track", value: "3 on disc 2" },
      { name: "Loop", value: "0 ms to 1.50 s" },
      {
        name: "Cue points",
        value: "Intro at 0 ms, 1.00 s, 2.00 s, 3.00 s, 4.00 s, 5.00 s, 6.00 s, 7.00 s and 2 more",
      },
    ]);
    expect(fileNotesOf({ ...NO_FILE_TAGS, notes: ["cover_left_out"] })).toHaveLength(1);
  });
});
