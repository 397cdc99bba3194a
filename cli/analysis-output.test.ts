import { describe, expect, it } from "vitest";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { VALUE_NAMES } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { clock, type FileOutcome, jsonLine, tableRow } from "./analysis-output";

const record: AnalysisRecord = {
  analyserVersion: "9.9.9",
  durationSeconds: 185.25,
  sampleRateHz: 44_100,
  channels: 2,
  container: "mp3",
  codec: "mp3",
  tempo: { bpm: 127.96, confidence: 0.9, alternatives: [] },
  meter: { beatsPerBar: 4, beatUnit: 4, confidence: 0.9 },
  beats: [0.01, 0.479],
  downbeats: [0.01],
  key: { tonic: "F#", mode: "minor", confidence: 0.3, camelot: "11A", openKey: "4m", alternatives: [] },
  keyChanges: [{ startSeconds: 0, tonic: "F#", mode: "minor", confidence: 0.3 }],
  chords: [{ startSeconds: 0, endSeconds: 1.5, label: "F#m" }],
  tuning: { cents: -12.5, confidence: 0.8 },
  atonality: 0.1,
  loudness: {
    integratedLufs: -9.04,
    rangeLu: 3,
    shortTermMaxLufs: -8,
    momentaryMaxLufs: -7,
    truePeakDbtp: null,
    samplePeakDbfs: null,
    rmsDbfs: null,
    crestDb: null,
    clippingRuns: 0,
    dcOffset: 0,
    headSilenceSeconds: 0,
    tailSilenceSeconds: 0,
    confidence: 1,
  },
  spectral: null,
  timbre: null,
  rhythm: null,
  stereo: { width: 0.2, correlation: 0.8, balance: 0, monoCompatibility: 1, confidence: 1 },
  perceptual: null,
  kind: { label: "track", confidence: 0.9 },
  pitch: null,
  sections: [{ startSeconds: 0, endSeconds: 185.25, label: "A" }],
  instruments: [{ label: "piano", confidence: 0.8 }],
  genres: null,
  moods: null,
  embedding: null,
  fingerprint: null,
  description: "A track.",
  tags: ["track"],
  notApplicable: { spectral: { code: "silence", reason: "There is no sound." } },
};
const analyzed = (file: string, change: Partial<AnalysisRecord> = {}): FileOutcome => ({
  file,
  ok: true,
  result: { record: { ...record, ...change }, pictures: null, analysisSeconds: 1.23456 },
});

describe("a row of the table", () => {
  it("shows one decimal place and the key in both notations, and marks a guess", () => {
    expect(tableRow(analyzed("a.mp3"))).toMatch(/^a\.mp3 +3:05\.2 +128\.0 {2}F# minor 11A\? {3,} *-9\.0 +– {2}piano$/);
  });

  it("shows the note of a single sound, and a level without a gate where there is no other", () => {
    const pitch = { note: "F#1", cents: 0, hz: 46.2, confidence: 0.9 };
    const loudness = { ...record.loudness, integratedLufs: null, ungatedLufs: -20.04 };
    expect(tableRow(analyzed("tom.wav", { pitch, loudness }))).toMatch(/ note F#1 +~-20\.0 /);
  });

  it("shows a dash for what does not apply", () => {
    expect(tableRow(analyzed("kick.wav", { tempo: null, key: null, instruments: null }))).toMatch(
      /^kick\.wav +3:05\.2 +– {2}– +-9\.0 +– {2}–$/,
    );
  });

  it("names what is heard and marks guesses", () => {
    const instruments = [
      { label: "kick" as const, confidence: 0.9 },
      { label: "tom" as const, confidence: 0.3 },
    ];
    expect(tableRow(analyzed("kick.wav", { instruments }))).toMatch(/ {2}kick, tom\?$/);
  });

  it("keeps the end of a long path and replaces control characters", () => {
    const row = tableRow(analyzed(`/very/long/${"folder/".repeat(20)}so\u001b[31mng.wav`));
    expect(row).toMatch(/^…\S*so\ufffd\[31mng\.wav /u);
  });

  it("says what is wrong in a sentence", () => {
    const row = tableRow({ file: "x", ok: false, failure: new AnalysisFailure("empty_file", "detail for the log") });
    expect(row).toMatch(/^x +The file is empty\./);
  });
});

describe("a line of JSON", () => {
  it("has null and a reason for what does not apply, and leaves out what was not asked for", () => {
    const line = JSON.parse(jsonLine(analyzed("a.mp3"), ["tempo", "spectral"]));
    expect(line).toMatchObject({ tempo: { bpm: 127.96 }, spectral: null, analysisSeconds: 1.235 });
    expect(line.notApplicable.spectral.reason).toBe("There is no sound.");
    expect(line).not.toHaveProperty("key");
  });

  it("prints every group by name, chords and sections with start and end, and tuning in cents", () => {
    const line = JSON.parse(jsonLine(analyzed("a.mp3"), undefined));
    expect(line).toMatchObject({
      kind: { label: "track", confidence: 0.9 },
      keyChanges: [{ start: 0, tonic: "F#", mode: "minor", confidence: 0.3 }],
      chords: [{ start: 0, end: 1.5, label: "F#m" }],
      tuningCents: -12.5,
      sections: [{ start: 0, end: 185.25, label: "A" }],
      stereo: { width: 0.2 },
      description: "A track.",
      tags: ["track"],
      analyserVersion: "9.9.9",
    });
    for (const name of VALUE_NAMES) expect(line).toHaveProperty(name === "tuning" ? "tuningCents" : name);
    expect(JSON.parse(jsonLine(analyzed("a.mp3"), ["kind"]))).not.toHaveProperty("tags");
  });

  it("gives the reason for a missing tuning under the printed name", () => {
    const unpitched = { code: "unpitched", reason: "No pitches stand out." };
    const outcome = analyzed("a.mp3", { tuning: null, notApplicable: { tuning: unpitched } });
    expect(JSON.parse(jsonLine(outcome, ["tuning"]))).toMatchObject({
      tuningCents: null,
      notApplicable: { tuningCents: unpitched },
    });
  });

  it("never shows the log's detail", () => {
    const outcome: FileOutcome = { file: "x", ok: false, failure: new AnalysisFailure("internal", "/secret/path") };
    expect(jsonLine(outcome, undefined)).not.toContain("secret");
  });
});

it.each([
  [0.01, "0.01 s"],
  [9.994, "9.99 s"],
  [59.96, "0:59.9"],
  [3_725, "1:02:05"],
])("%d seconds read %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});
