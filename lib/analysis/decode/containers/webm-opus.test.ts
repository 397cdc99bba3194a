import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { probeAudio } from "./container";
import { isWebm, oggOfWebm } from "./webm-opus";

const recording = readFileSync("tests/fixtures/recordings/house-drums.webm");

async function secondsOf(ogg: Uint8Array): Promise<number> {
  const source = {
    sizeBytes: ogg.length,
    read: (at: number, length: number) => ogg.subarray(at, Math.min(ogg.length, at + length)),
  };
  const audio = await decodeAudio(source, probeAudio(source));
  for await (const _ of audio.blocks);
  return audio.report.decodedSamples / audio.probe.sampleRateHz;
}

describe("a WebM recording of Chromium", () => {
  it("is decoded to its whole length", async () => {
    expect(isWebm(recording)).toBe(true);
    const ogg = oggOfWebm(recording);
    expect(await secondsOf(ogg as Uint8Array)).toBeCloseTo(6.5, 1);
  });

  it("that breaks off is decoded up to there", async () => {
    const ogg = oggOfWebm(recording.subarray(0, recording.length / 2));
    expect(await secondsOf(ogg as Uint8Array)).toBeGreaterThan(2);
  });

  it("without sound, or with rubbish behind its beginning, is none", () => {
    expect(oggOfWebm(recording.subarray(0, 100))).toBeNull();
    const rubbish = Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256);
    expect(oggOfWebm(Buffer.concat([recording.subarray(0, 4), rubbish]))).toBeNull();
    expect(oggOfWebm(new Uint8Array(0))).toBeNull();
  });
});
