import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { PictureError, readIndexedPng } from "@/components/waveform/indexed-png";
import { bandLevelToByte, type Peaks } from "@/lib/analysis/record/peaks-format";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ENGLISH } from "@/lib/language/text";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import { pictureFactsOf } from "@/lib/samples/picture-facts";
import { bandOf } from "./engine/spectrum";
import { missingOf } from "./piece-facts";
import { pieceOf } from "./piece-of";

const palette = Array.from({ length: 256 }, (_, at) => [at, 0, 255 - at]);
const bytesOf = (picture: Uint8Array) => picture.slice().buffer as ArrayBuffer;
function pngOf(width: number, height: number, data: Uint8Array): ArrayBuffer {
  return bytesOf(encode({ width, height, data, depth: 8, channels: 1, palette }));
}

describe("a stored spectrogram", () => {
  it("is read to the last value, whatever its filters are", async () => {
    const data = Uint8Array.from({ length: 33 * 96 }, (_, at) => (at * 37 + ((at / 33) | 0) * 11) % 256);
    expect(await readIndexedPng(pngOf(33, 96, data))).toEqual({ width: 33, height: 96, values: data });
  });

  it("that is none, or damaged, or of another kind is refused", async () => {
    const whole = pngOf(4, 4, new Uint8Array(16));
    const bad: ArrayBuffer[] = [new ArrayBuffer(0), new ArrayBuffer(64), whole.slice(0, 60), whole.slice(0, -30)];
    const truecolour = encode({ width: 2, height: 2, data: new Uint8Array(12), depth: 8, channels: 3 });
    const damaged = new Uint8Array(whole.slice(0));
    damaged.fill(0xff, damaged.length - 26, damaged.length - 16);
    for (const bytes of [...bad, bytesOf(truecolour), bytesOf(damaged)])
      await expect(readIndexedPng(bytes)).rejects.toThrow(PictureError);
  });
});

const record = {
  durationSeconds: 4,
  tempo: { bpm: 120, confidence: 1, alternatives: [] },
  beats: [0, 0.5, 1, 1.5, 2],
  downbeats: [0, 2],
  meter: { beatsPerBar: 4, beatUnit: 4, confidence: 1 },
  key: { tonic: "F#", mode: "minor" },
  chords: [
    { startSeconds: 0, endSeconds: 1, label: "F#m" },
    { startSeconds: 1, endSeconds: 2, label: "N" },
    { startSeconds: 2, endSeconds: 4, label: "A" },
  ],
  sections: [{ startSeconds: 0, endSeconds: 4, label: "A" }],
} as unknown as AnalysisRecord;

const peaks: Peaks = {
  durationSeconds: 4,
  levels: [
    {
      secondsPerPoint: 0.01,
      min: new Int8Array(400).fill(-64),
      max: new Int8Array(400).fill(32),
      low: new Uint8Array(400).fill(bandLevelToByte(0.25)),
      mid: new Uint8Array(400).fill(bandLevelToByte(0.1)),
      high: new Uint8Array(400).fill(bandLevelToByte(0.001)),
    },
  ],
};

describe("a piece", () => {
  it("has what was measured, and no chord where none is held", () => {
    const facts = pictureFactsOf(record, NO_CORRECTIONS);
    expect(facts).toMatchObject({ bpm: 120, beatsPerBar: 4, key: { tonic: 6, mode: "minor" }, downbeats: [0, 2] });
    expect(facts.chords.map(({ root, quality }) => [root, quality])).toEqual([
      [6, "minor"],
      [9, "major"],
    ]);
  });

  it("follows what a person has corrected: grid, tempo and key", () => {
    const by = { by: null, at: "2026-01-01T00:00:00.000Z" };
    const facts = pictureFactsOf(record, {
      ...NO_CORRECTIONS,
      bpm: { value: 60, ...by },
      key: { value: null, ...by },
      grid: { value: { shiftBeats: 0, offsetMs: 10 }, ...by },
    });
    expect(facts).toMatchObject({ bpm: 60, key: null, beats: [0.01, 1.01, 2.01] });
    expect(pictureFactsOf(record, { ...NO_CORRECTIONS, bpm: { value: null, ...by } })).toMatchObject({
      beats: [],
      bpm: null,
    });
  });

  it("has an envelope whose loudest point is 1, and a band that is hardly there stays small", () => {
    const { envelope } = pieceOf(pictureFactsOf(record, NO_CORRECTIONS), {
      peaks,
      spectrogram: null,
      sampleRateHz: 44_100,
    });
    expect(envelope?.level[7]).toBe(1);
    expect(envelope?.low[7]).toBeCloseTo(1);
    expect(envelope?.high[7]).toBeLessThan(0.1);
  });

  it("has its spectrogram by columns from low to high, up to 16 kHz", () => {
    const values = new Uint8Array(2 * 96);
    // The top row of the picture, second column.
    values[1] = 200;
    const mapOf = (sampleRateHz: number) =>
      pieceOf(pictureFactsOf(record, NO_CORRECTIONS), {
        ...{ peaks: null, spectrogram: { width: 2, height: 96, values }, sampleRateHz },
      }).mel;
    expect(mapOf(44_100)).toMatchObject({ columns: 2, bands: 96, secondsPerColumn: 2 });
    expect(mapOf(44_100)?.values.indexOf(200)).toBe(96 + 95);
    const at = mapOf(8000)?.values.lastIndexOf(200) ?? 0;
    expect(Math.abs(at - 96 - bandOf(4000, 96))).toBeLessThan(2);
  });

  it("says what it must do without", () => {
    const none = { peaks: null, spectrogram: null, sampleRateHz: 8000 };
    const facts = { ...pictureFactsOf(record, NO_CORRECTIONS), beats: [], key: null };
    expect(missingOf(pieceOf(facts, none), ENGLISH).join(" ")).toMatch(/beats.*key.*waveform.*spectrogram/);
    const [level] = peaks.levels;
    const zero = { min: new Int8Array(9), max: new Int8Array(9), low: new Uint8Array(9) };
    const silent = { durationSeconds: 4, levels: level ? [{ ...level, ...zero, mid: zero.low, high: zero.low }] : [] };
    expect(missingOf(pieceOf(facts, { ...none, peaks: silent }), ENGLISH)).toEqual(["The sound is silent."]);
  });
});
