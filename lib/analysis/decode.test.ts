import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type WavFormat, wavFile } from "@/tests/fixtures/wav-file";
import { memorySource } from "./containers/byte-source";
import { probeAudio } from "./containers/container";
import { decodeAudio } from "./decode";
import { MAX_BLOCK_SAMPLES } from "./limits";

const musicFolder = join(import.meta.dirname, "../../tests/fixtures/music");
const music = (name: string) => readFileSync(join(musicFolder, name));

/** Everything a file decodes to, one list a channel. */
async function decoded(bytes: Uint8Array) {
  const source = memorySource(bytes);
  const audio = await decodeAudio(source, probeAudio(source));
  const channels: number[][] = Array.from({ length: audio.probe.channels }, () => []);
  let longest = 0;
  for await (const block of audio.blocks) {
    longest = Math.max(longest, block[0]?.length ?? 0);
    for (const [index, samples] of block.entries()) for (const sample of samples) channels[index]?.push(sample);
  }
  return { ...audio, channels, longest };
}

function rms(samples: number[] = []): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe("uncompressed samples", () => {
  const tone = (frame: number) => 0.5 * Math.sin(frame / 7);

  it.each<[WavFormat, number]>([
    ["u8", 1 / 100],
    ["s16", 1 / 30_000],
    ["s24", 1e-6],
    ["s32", 1e-6],
    ["f32", 1e-7],
    ["f64", 1e-7],
  ])("come back as they were written: %s", async (format, tolerance) => {
    const { channels } = await decoded(wavFile({ format, channels: 2, frames: 40_000, sample: tone }));
    expect(channels[1]).toHaveLength(40_000);
    const worst = Math.max(...(channels[1] ?? []).map((sample, frame) => Math.abs(sample - tone(frame))));
    expect(worst).toBeLessThan(tolerance);
  });

  it("follow ITU-T G.711 in µ-law", async () => {
    const wav = wavFile({ format: "u8", channels: 1, frames: 4, sampleRateHz: 8_000 });
    wav.writeUInt16LE(7, 20);
    Buffer.from([0xff, 0x80, 0x00, 0x7f]).copy(wav, 44);
    const { channels, probe } = await decoded(wav);
    expect(probe.codec).toBe("pcm_mulaw");
    expect(channels[0]?.map((sample) => sample * 32_768)).toEqual([0, 32_124, -32_124, -0]);
  });

  it("that are not numbers become silence and are counted", async () => {
    const sample = (frame: number) => (frame % 10 === 0 ? Number.NaN : 0.25);
    const { channels, report } = await decoded(wavFile({ format: "f32", channels: 1, frames: 1000, sample }));
    expect(report.replacedSamples).toBe(100);
    expect(channels[0]?.every((value) => value === 0 || value === 0.25)).toBe(true);
  });
});

describe("compressed music", () => {
  it.each(["house.mp3", "techno.flac", "ballad.ogg", "drum and bass.opus", "piano.m4a"])(
    "decodes to the length its header says, in small blocks: %s",
    async (name) => {
      const { probe, report, channels, longest } = await decoded(music(name));
      const seconds = report.decodedSamples / probe.sampleRateHz;
      // Encoder delay and padding are trimmed, and not everywhere counted in the header.
      expect(Math.abs(seconds - (probe.declaredSeconds ?? 0))).toBeLessThan(0.08);
      expect(longest).toBeLessThanOrEqual(MAX_BLOCK_SAMPLES);
      expect(rms(channels[0])).toBeGreaterThan(0.005);
      expect(rms(channels[0])).toBeLessThan(0.7);
    },
  );

  it("gives FLAC's integers as WAV would give them, to the last bit", async () => {
    const { channels } = await decoded(music("techno.flac"));
    expect(channels[0]?.every((sample) => Number.isInteger(sample * 32_768))).toBe(true);
  });

  it("is decoded up to where a file breaks off", async () => {
    const whole = await decoded(music("ballad.ogg"));
    const half = await decoded(music("ballad.ogg").subarray(0, 117_000));
    expect(half.report.decodedSamples).toBeGreaterThan(whole.report.decodedSamples / 3);
    expect(half.channels[0]?.slice(0, 100_000)).toEqual(whole.channels[0]?.slice(0, 100_000));
  });

  it("is called damaged where bits of a FLAC are flipped all over, instead of silently short", async () => {
    const bytes = music("techno.flac");
    for (let at = 9_000; at < bytes.length; at += 50) bytes[at] = (bytes[at] ?? 0) ^ 4;
    await expect(decoded(bytes)).rejects.toMatchObject({ code: "damaged_file" });
  });

  it("loses only the frame that is damaged", async () => {
    const bytes = music("techno.flac");
    const whole = await decoded(bytes);
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
    const hurt = await decoded(bytes);
    expect(whole.report.decodedSamples - hurt.report.decodedSamples).toBe(4608);
  });
});
