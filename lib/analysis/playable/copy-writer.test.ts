import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ByteSource, memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { wavFile } from "@/tests/fixtures/wav-file";
import { copyBits } from "./copy-size";
import { writePlayableCopy } from "./copy-writer";
import { FlacWriter, flacRateHz } from "./flac-writer";

const folder = mkdtempSync(join(tmpdir(), "playable-copy-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "copy.flac");
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures", name));

async function decoded(source: ByteSource) {
  const audio = await decodeAudio(source, probeAudio(source));
  const channels: Float32Array[][] = [];
  for await (const block of audio.blocks) {
    for (const [index, samples] of block.entries()) {
      channels[index] ??= [];
      channels[index].push(samples.slice());
    }
  }
  const joined = channels.map((parts) => Float32Array.from(parts.flatMap((part) => [...part])));
  return { probe: audio.probe, channels: joined };
}

/** The copy of a file, decoded again. */
async function copyOf(bytes: Uint8Array) {
  const sizeBytes = await writePlayableCopy(memorySource(bytes), path, {
    onlyIfChained: false,
    onBlock: async () => {},
  });
  const copy = readFileSync(path);
  expect(copy.length).toBe(sizeBytes);
  return { copy, ...(await decoded(memorySource(copy))) };
}

describe("the playable copy", () => {
  it.each(["music/reggae.aiff", "clips/apple-lossless.m4a", "clips/mulaw.wav", "clips/surround-51-lossless.m4a"])(
    "sounds exactly like the original, and says how long it is: %s",
    async (name) => {
      const original = await decoded(memorySource(fixture(name)));
      const { probe, channels, copy } = await copyOf(fixture(name));
      expect(probe).toMatchObject({
        container: "flac",
        sampleRateHz: original.probe.sampleRateHz,
        channels: original.probe.channels,
      });
      expect(channels).toEqual(original.channels);
      expect(probe.declaredSeconds).toBeCloseTo((channels[0]?.length ?? 0) / probe.sampleRateHz, 9);
      // The MD5 of the samples, by which players and people check a file.
      expect(copy.subarray(26, 42).equals(Buffer.alloc(16))).toBe(false);
    },
  );

  it("of 64-bit floats keeps 24 bits, and clips what is beyond full scale", async () => {
    const sample = (frame: number) => (frame === 100 ? 1.5 : frame === 101 ? -2 : 0.5 * Math.sin(frame / 9));
    const { channels } = await copyOf(wavFile({ format: "f64", channels: 1, frames: 5_000, sample }));
    expect(channels[0]?.[100]).toBeCloseTo(1, 6);
    expect(channels[0]?.[101]).toBe(-1);
    const worst = Math.max(...[...(channels[0] ?? [])].slice(102).map((x, at) => Math.abs(x - sample(at + 102))));
    expect(worst).toBeLessThan(2 ** -23);
  });

  it("of several Ogg recordings in a row is one recording; of one alone there is none", async () => {
    const ballad = fixture("music/ballad.ogg");
    const options = { onlyIfChained: true, onBlock: async () => {} };
    expect(await writePlayableCopy(memorySource(ballad), path, options)).toBeNull();
    const chained = Buffer.concat([ballad, ballad]);
    expect(await writePlayableCopy(memorySource(chained), path, options)).toBeGreaterThan(chained.length);
    const original = await decoded(memorySource(chained));
    const copy = await decoded(memorySource(readFileSync(path)));
    expect(copy.channels[0]).toHaveLength(original.channels[0]?.length ?? 0);
  });

  it("has 16 bits of what was lossy", () => {
    expect(["mp1", "mp2", "mp3", "aac", "opus", "vorbis", "alac", "pcm_s32le"].map(copyBits)).toEqual([
      ...[16, 16, 16, 16, 16, 16],
      ...[24, 24],
    ]);
  });

  it("is given up before it is larger than it may be", async () => {
    const mostBytes = 20_000;
    const writer = await FlacWriter.open(path, { sampleRateHz: 44_100, channels: 1, bits: 16, mostBytes });
    const noise = Float32Array.from({ length: 4096 }, () => Math.random() - 0.5);
    const write = () => {
      for (let block = 0; block < 10; block++) writer.push([noise]);
    };
    expect(write).toThrow(expect.objectContaining({ code: "too_large" }));
    writer.close();
    expect(statSync(path).size).toBeLessThanOrEqual(mostBytes);
  });

  it("has a sample rate that every frame can name", () => {
    expect([11_025, 44_100, 65_535, 96_000, 176_400, 384_000].map(flacRateHz)).toEqual([
      11_025, 44_100, 65_535, 96_000, 176_400, 384_000,
    ]);
    expect(flacRateHz(96_001)).toBe(96_000);
  });

  it("is made block by block from a file of any length", async () => {
    const file = join(folder, "long.wav");
    writeFileSync(file, wavFile({ format: "s32", channels: 1, frames: 200_000 }));
    let blocks = 0;
    const onBlock = async () => {
      blocks++;
    };
    await writePlayableCopy(memorySource(readFileSync(file)), path, { onlyIfChained: false, onBlock });
    expect(blocks).toBeGreaterThan(10);
  });
});

describe("the preview for strangers", () => {
  it("ends where the rule says, silent, with everything before the fade as it was heard", async () => {
    const bytes = wavFile({ format: "s16", channels: 2, frames: 3 * 44_100, sample: () => 0.5 });
    const preview = { mostSeconds: 2, fadeSeconds: 0.5 };
    const onBlock = async () => {};
    await writePlayableCopy(memorySource(bytes), path, { onlyIfChained: false, preview, onBlock });
    const { probe, channels } = await decoded(memorySource(readFileSync(path)));
    expect(probe.declaredSeconds).toBe(2);
    for (const samples of channels) {
      expect(samples).toHaveLength(2 * 44_100);
      expect(samples[61_740]).toBeCloseTo(0.5, 3);
      expect(samples[77_175]).toBeCloseTo(0.25, 2);
      expect(samples.at(-1)).toBeCloseTo(0, 3);
    }
  });

  it("of what is not cut is all of it, in 16 bits", async () => {
    const original = await decoded(memorySource(fixture("music/reggae.aiff")));
    const preview = { mostSeconds: null, fadeSeconds: 3 };
    const onBlock = async () => {};
    await writePlayableCopy(memorySource(fixture("music/reggae.aiff")), path, {
      onlyIfChained: false,
      preview,
      onBlock,
    });
    const { channels } = await decoded(memorySource(readFileSync(path)));
    expect(channels[0]).toHaveLength(original.channels[0]?.length ?? 0);
  });
});
