import { describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { absencesOf } from "./absences";
import { correctionSentences } from "./effective-sound";
import { mainFactsOf } from "./main-facts";

const NO_BEAT = { code: "no_beat", reason: "There is no steady beat." };

const loop = {
  durationSeconds: 8,
  tempo: { bpm: 124.04, confidence: 0.9, alternatives: [] },
  key: { tonic: "F#", mode: "minor", camelot: "11A", confidence: 0.4, alternatives: [] },
  meter: { beatsPerBar: 4, beatUnit: 4, confidence: 1 },
  loudness: { integratedLufs: -9.31, confidence: 1 },
  kind: { label: "loop", confidence: 0.8 },
  pitch: null,
  rhythm: {},
  chords: [{}],
  perceptual: {},
  timbre: {},
  stereo: {},
  spectral: {},
  notApplicable: {},
} as unknown as AnalysisRecord;
const kick: AnalysisRecord = {
  ...loop,
  durationSeconds: 0.4,
  tempo: null,
  meter: null,
  rhythm: null,
  chords: null,
  kind: { label: "one-shot", confidence: 0.9 },
  pitch: { note: "F#1", cents: 3, hz: 46, confidence: 0.8 },
  notApplicable: { tempo: NO_BEAT, meter: NO_BEAT, beats: NO_BEAT, chords: { code: "one_shot", reason: "One sound." } },
} as unknown as AnalysisRecord;

describe("the four facts in the header", () => {
  it("are tempo, key, loudness and kind, with confidence only for what is estimated", () => {
    expect(mainFactsOf(loop)).toEqual([
      { name: "Tempo", value: "124.0", detail: "BPM", confidence: 0.9, isCorrected: false },
      { name: "Key", value: "F♯ minor", detail: "11A", confidence: 0.4, isCorrected: false },
      { name: "Loudness", value: "−9.3", detail: "LUFS", confidence: null, isCorrected: false },
      { name: "Kind", value: "Loop", confidence: 0.8, isCorrected: false },
    ]);
  });

  it("have a note in place of the key of a single sound, and say why there is no tempo", () => {
    const [tempo, note] = mainFactsOf(kick);
    expect(tempo).toMatchObject({ name: "Tempo", value: null, confidence: null, reason: "There is no steady beat." });
    expect(note).toMatchObject({ name: "Note", value: "F♯1", confidence: 0.8, isCorrected: false });
  });

  it("are what a person has corrected, and say so", () => {
    const said = { by: { id: "1", name: "Ada", isYou: true }, at: "2026-05-14T09:05:00.000Z" };
    const other = { by: null, at: "2026-05-14T09:05:00.000Z" };
    const corrections = {
      bpm: { value: null, ...said },
      key: { value: { tonic: 6, mode: "minor" as const }, ...said },
      kind: { value: "track" as const, ...other },
      grid: { value: { shiftBeats: 1, offsetMs: -10 }, ...said },
    };
    expect(mainFactsOf(kick, corrections)).toMatchObject([
      { name: "Tempo", value: null, reason: "Corrected to no tempo.", isCorrected: true },
      { name: "Key", value: "F♯ minor", confidence: null, isCorrected: true },
      { name: "Loudness", isCorrected: false },
      { name: "Kind", value: "Track", confidence: null, isCorrected: true },
    ]);
    expect(correctionSentences(loop, corrections)).toEqual([
      "Measured 124.0 BPM, corrected to no tempo by you on 14 May 2026.",
      "Measured F♯ minor, corrected to F♯ minor by you on 14 May 2026.",
      "Measured loop, corrected to track by a former account on 14 May 2026.",
      "Beat grid moved by +1 beat and −10 ms by you on 14 May 2026.",
    ]);
    expect(correctionSentences(kick, corrections)[0]).toMatch(/^No tempo measured, corrected to no tempo by you/);
  });
});

describe("what does not apply", () => {
  it("is said once for each reason", () => {
    expect(absencesOf(loop)).toEqual([]);
    expect(absencesOf(kick)).toEqual([
      { names: "Tempo, metre, rhythm", reason: "There is no steady beat." },
      { names: "Chords", reason: "One sound." },
    ]);
  });

  it("has loudness among them only if not even a level without a gate was found", () => {
    const short = (ungatedLufs: number | null) => {
      const loudness = { ...loop.loudness, integratedLufs: null, ungatedLufs };
      return absencesOf({ ...loop, loudness }).map(({ names }) => names);
    };
    expect(short(-9.3)).toEqual([]);
    expect(short(null)).toEqual(["Loudness"]);
  });

  it("does not mention what an administrator has switched off", () => {
    const off = { code: "switched_off", reason: "Your administrator has switched this off." };
    expect(absencesOf({ ...loop, stereo: null, notApplicable: { stereo: off } })).toEqual([]);
  });
});
