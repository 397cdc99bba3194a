import { describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import { ENGLISH } from "@/lib/language/text";
import { textOf } from "@/lib/language/text-of";
import { describedIn, recordIn } from "./described-in";
import { describeSound } from "./description";
import type { Described } from "./said-of-sound";

const german = textOf("de");
const loudness = { integratedLufs: -7.5, rangeLu: 4, clippingRuns: 0, dcOffset: 0 } as Loudness;
const loop = {
  durationSeconds: 8,
  loudness,
  kind: { label: "loop", confidence: 0.9 },
  tempo: { bpm: 120, confidence: 0.9, alternatives: [] },
  key: { tonic: "F", mode: "minor", confidence: 0.8, camelot: "4A", openKey: "9m", alternatives: [] },
  moods: [
    { label: "bright", confidence: 0.9 },
    { label: "tense", confidence: 0.8 },
  ],
  genres: [{ label: "techno", confidence: 0.9 }],
  instruments: [
    { label: "kick", confidence: 0.9 },
    { label: "bass", confidence: 0.8 },
    { label: "organ", confidence: 0.1 },
  ],
} as unknown as Described;

describe("a description in another language", () => {
  it("says what the English one says", () => {
    expect(describedIn(loop, german)).toBe(
      "Loop, 16 Schläge, 120 BPM, F-Moll: hell. Klingt nach techno und eher angespannt. Zu hören: Kick und Bass. Laut, mit −7,5 LUFS.",
    );
    expect(describedIn(loop, ENGLISH)).toBe(describeSound(loop).description);
  });

  it("claims nothing that is a guess", () => {
    const guessed = {
      ...loop,
      kind: { label: "loop", confidence: 0.2 },
      tempo: { bpm: 120, confidence: 0.1, alternatives: [] },
      ...{ key: null, moods: [], genres: [], instruments: [], loudness: { ...loudness, integratedLufs: -14 } },
    } as unknown as Described;
    expect(describedIn(guessed, german)).toBe("Klang, 8,0 s.");
  });

  it("of a single sound has its note, of a track its parts, and of both what is wrong", () => {
    const note = {
      ...loop,
      durationSeconds: 0.24,
      kind: { label: "one-shot", confidence: 0.9 },
      pitch: { note: "F#1", cents: 12, confidence: 0.9 },
      ...{ key: null, genres: [], moods: [], instruments: [] },
      loudness: { ...loudness, integratedLufs: null, clippingRuns: 1, dcOffset: 0.1 },
    } as unknown as Described;
    expect(describedIn(note, german)).toBe(
      "Einzelne Note, F#1 (+12 Cent), 240 ms. Übersteuert 1-mal. Hat einen Gleichspannungsanteil.",
    );
    const sections = ["A", "B", "A"].map((label) => ({ label }));
    const track = { ...loop, durationSeconds: 185, kind: { label: "track", confidence: 0.9 }, sections };
    expect(describedIn(track as unknown as Described, german)).toMatch(
      /^Track, 3:05 Minuten, 120 BPM, F-Moll: hell\. Besteht aus 3 Teilen, von denen einige wiederkehren\./,
    );
    expect(describedIn({ ...loop, kind: null }, german)).toBe("Stille: In der Datei ist nichts zu hören.");
  });

  it("is left out of a record that has none", () => {
    const record = { ...loop, description: null } as unknown as AnalysisRecord;
    expect(recordIn(record, german)).toBe(record);
    expect(recordIn({ ...record, description: "A loop." }, german).description).toMatch(/^Loop, 16 Schläge/);
  });
});
