import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { channelWeights, LoudnessMeter } from "@/lib/dsp/level/loudness";
import { CHANNEL_TONES_HZ } from "@/tests/fixtures/clips";
import { silentOpus } from "@/tests/fixtures/opus-file";
import { type WavFormat, wavFile } from "@/tests/fixtures/wav-file";
import { memorySource } from "./containers/byte-source";
import { probeAudio } from "./containers/container";
import { decodeAudio } from "./decode";
import { MAX_BLOCK_SAMPLES } from "./limits";

const fixtures = join(import.meta.dirname, "../../../tests/fixtures");
const music = (name: string) => readFileSync(join(fixtures, "music", name));
const clip = (name: string) => readFileSync(join(fixtures, "clips", name));

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

  it("become silence if they are not numbers, and are counted", async () => {
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

  it("comes out of FLAC exactly as out of WAV, to the last bit", async () => {
    const { channels } = await decoded(music("techno.flac"));
    expect(channels[0]?.every((sample) => Number.isInteger(sample * 32_768))).toBe(true);
  });

  it("is decoded up to the point where the file breaks off", async () => {
    const whole = await decoded(music("ballad.ogg"));
    const half = await decoded(music("ballad.ogg").subarray(0, 117_000));
    expect(half.report.decodedSamples).toBeGreaterThan(whole.report.decodedSamples / 3);
    expect(half.channels[0]?.slice(0, 100_000)).toEqual(whole.channels[0]?.slice(0, 100_000));
  });

  it("is called damaged if bits of a FLAC are flipped everywhere, instead of coming out short", async () => {
    const bytes = music("techno.flac");
    for (let at = 9_000; at < bytes.length; at += 50) bytes[at] = (bytes[at] ?? 0) ^ 4;
    await expect(decoded(bytes)).rejects.toMatchObject({ code: "damaged_file" });
  });

  it("is decoded to its end, whatever the last page of an Ogg stream counts", async () => {
    const honest = await decoded(silentOpus(24));
    expect(honest.report.decodedSamples).toBe(24 * 48_000);
    const modest = await decoded(silentOpus(36, 2));
    expect(modest.report.decodedSamples).toBeGreaterThanOrEqual(24 * 48_000);
  });

  it("loses only the frame that is damaged", async () => {
    const bytes = music("techno.flac");
    const whole = await decoded(bytes);
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
    const hurt = await decoded(bytes);
    expect(whole.report.decodedSamples - hurt.report.decodedSamples).toBe(4608);
  });
});

/** How loud a tone is in half a second of samples. */
function amplitudeOf(hz: number, samples: number[], sampleRateHz: number): number {
  const length = sampleRateHz / 2;
  const angle = (2 * Math.PI * hz) / sampleRateHz;
  const part = (wave: (x: number) => number) =>
    samples.slice(length / 2, length / 2 + length).reduce((sum, sample, n) => sum + sample * wave(angle * n), 0);
  return (2 * Math.hypot(part(Math.cos), part(Math.sin))) / length;
}

describe("channels", () => {
  it.each([
    ...["surround-51.wav", "surround-51.flac", "surround-51.ogg", "surround-51.opus", "surround-51.m4a"],
    ...["surround-51-lossless.m4a", "surround-71.flac", "surround-71.ogg", "surround-71.opus", "surround-71.m4a"],
  ])("come in WAVE order, whatever order the codec has them in: %s", async (name) => {
    const { channels, probe } = await decoded(clip(name));
    const tones = CHANNEL_TONES_HZ[name.includes("51") ? "5.1" : "7.1"];
    expect(channels).toHaveLength(tones.length);
    for (const [index, hz] of tones.entries()) {
      expect(amplitudeOf(hz, channels[index] ?? [], probe.sampleRateHz), `${hz} Hz`).toBeGreaterThan(0.09);
    }
  });

  it("are two in a stereo MP3 with equal channels, which is 3 LU louder than one", async () => {
    const { channels, probe } = await decoded(clip("twins.mp3"));
    expect(channels[1]).toEqual(channels[0]);
    const meter = new LoudnessMeter(probe.sampleRateHz, channelWeights(channels.length));
    const block = channels.map((samples) => Float32Array.from(samples));
    meter.push(block, block[0]?.length ?? 0);
    // −20 dBFS in both, which the encoder turned down by 0.44 dB; so says ffmpeg's meter too.
    expect(Math.abs((meter.finish().integratedLufs ?? 0) + 20.44)).toBeLessThan(0.1);
  });
});

it.each([
  "adts.aac",
  "apple-lossless.m4a",
  "lossless.oga",
  "fragmented.m4a",
  "float.aifc",
  "mulaw.wav",
  "variable.mp3",
])("a clip in another container sounds like the piece it is from: %s", async (name) => {
  const { channels, report, probe } = await decoded(clip(name));
  expect(report.decodedSamples / probe.sampleRateHz).toBeGreaterThan(0.4);
  expect(rms(channels[0])).toBeGreaterThan(0.02);
});
