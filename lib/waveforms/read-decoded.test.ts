import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { SEGMENT_FRAMES } from "@/lib/analysis/windows/decoded-file";
import { keepDecoded } from "@/lib/analysis/windows/keep-decoded";
import { type WavOptions, wavFile } from "@/tests/fixtures/wav-file";
import { readDecoded, segmentsFor } from "./read-decoded";
import { decodeWindow, encodeWindow, hasSamples, type WaveformWindow, WindowFormatError } from "./window-format";

const ROOM = 2 ** 30;

async function decoded(options: WavOptions, { fromSegment = 0, mostBytes = ROOM } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "windows-"));
  const facts = await keepDecoded(memorySource(wavFile(options)), {
    ...{ toFolder: folder, fromSegment, mostBytes },
    onBlock: async () => {},
  });
  /** As the browser gets it. */
  const read = async (start: number, frames: number, per: number): Promise<WaveformWindow> =>
    decodeWindow(encodeWindow(await readDecoded(folder, facts, { start, frames, per })).buffer);
  return { facts, read };
}

const samplesOf = (window: WaveformWindow) => (hasSamples(window) ? window.channels.map((one) => [...one]) : []);
const extremesOf = (window: WaveformWindow) => (hasSamples(window) ? [] : [[...window.min], [...window.max]]);
const int16 = (value: number) => Math.round(value * 32_767);

describe("a window of a decoded file", () => {
  it("has every sample of every channel, exactly", async () => {
    const sample = (frame: number, channel: number) => ((frame * 7 + channel * 1000) % 2000) / 2000 - 0.5;
    const { facts, read } = await decoded({ format: "f32", frames: 10_000, sample });
    expect(facts).toEqual({ sampleRateHz: 44_100, channels: 2, frames: 10_000, segments: [0] });
    const window = await read(9_000, 100, 1);
    expect(window).toMatchObject({ startFrame: 9_000, sampleRateHz: 44_100, framesPerPoint: 1 });
    const expected = [0, 1].map((channel) =>
      Array.from({ length: 100 }, (_, at) => Math.fround(sample(9_000 + at, channel))),
    );
    expect(samplesOf(window)).toEqual(expected);
  });

  it("ends where the recording ends, of a recording of five milliseconds too", async () => {
    const { read } = await decoded({ channels: 1, frames: 220, sample: () => 0.5 });
    expect(samplesOf(await read(0, 4096, 1))[0]).toHaveLength(220);
    expect(extremesOf(await read(0, 4096, 256))[0]).toHaveLength(1);
    expect(extremesOf(await read(192, 256, 64))).toEqual([[int16(0.5)], [int16(0.5)]]);
  });

  it("has the extremes of as many frames as it is asked for, whichever channel has them", async () => {
    const sample = (frame: number, channel: number) =>
      frame === 1500 && channel === 1 ? -0.75 : frame === 40 ? 0.25 : 0;
    const { read } = await decoded({ format: "f32", frames: 4_000, sample });
    for (const per of [4, 16, 64, 256, 1024]) {
      const [min = [], max = []] = extremesOf(await read(0, 4_000, per));
      expect(min).toHaveLength(Math.ceil(4_000 / per));
      expect(min.flatMap((value, at) => (value === 0 ? [] : [[at, value]]))).toEqual([
        [Math.floor(1500 / per), int16(-0.75)],
      ]);
      expect(max[Math.floor(40 / per)]).toBe(int16(0.25));
    }
  });

  it("is silent where the recording is", async () => {
    const { read } = await decoded({ channels: 1, frames: 1_000, sample: () => 0 });
    expect(new Set(samplesOf(await read(0, 1_000, 1))[0])).toEqual(new Set([0]));
    expect(extremesOf(await read(0, 1_000, 256))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it("lies across segments, and of a file that is too long only the part asked for is kept", async () => {
    const frames = SEGMENT_FRAMES * 3 + 10;
    const sample = (frame: number) => (frame % 1000) / 1000 - 0.5;
    const { facts, read } = await decoded(
      { format: "f32", channels: 1, sampleRateHz: 48_000, frames, sample },
      { fromSegment: 1, mostBytes: 0 },
    );
    expect(facts).toMatchObject({ frames, segments: [1, 2] });
    const start = SEGMENT_FRAMES * 2 - 2;
    const expected = [0, 1, 2, 3].map((at) => Math.fround(sample(start + at)));
    expect(samplesOf(await read(start, 4, 1))[0]).toEqual(expected);
    // The overview is of all of it.
    expect(extremesOf(await read(0, frames, 65_536))[0]).toHaveLength(Math.ceil(frames / 65_536));
  });
});

describe("every kind of file", () => {
  it.each([
    ...["adts.aac", "apple-lossless.m4a", "float.aifc", "lossless.oga", "mulaw.wav", "surround-51.flac"],
    ...["surround-51.opus", "variable.mp3"],
  ])("%s has the samples in its window that are decoded of it", async (name) => {
    const source = () => memorySource(readFileSync(join("tests/fixtures/clips", name)));
    const folder = mkdtempSync(join(tmpdir(), "windows-"));
    const options = { toFolder: folder, fromSegment: 0, mostBytes: ROOM, onBlock: async () => {} };
    const facts = await keepDecoded(source(), options);
    const audio = await decodeAudio(source(), probeAudio(source()));
    const blocks: Float32Array[][] = [];
    for await (const block of audio.blocks) blocks.push(block.map((samples) => samples.slice()));
    const all = Array.from({ length: facts.channels }, (_, channel) =>
      blocks.flatMap((block) => [...(block[channel] ?? [])]),
    );
    expect(facts).toMatchObject({ sampleRateHz: audio.probe.sampleRateHz, frames: all[0]?.length });
    const start = Math.floor(facts.frames / 2);
    const window = await readDecoded(folder, facts, { start, frames: 500, per: 1 });
    expect(samplesOf(window)).toEqual(all.map((samples) => samples.slice(start, start + 500)));
  });
});

describe("the segments that a window needs", () => {
  const total = SEGMENT_FRAMES * 2;
  it.each([
    ["one", { start: 0, frames: 4096, per: 1 }, [0]],
    ["two, where it lies across both", { start: SEGMENT_FRAMES - 1, frames: 2, per: 1 }, [0, 1]],
    ["none behind the end", { start: SEGMENT_FRAMES, frames: SEGMENT_FRAMES * 2, per: 64 }, [1]],
    ["none for an overview", { start: 0, frames: 4096 * 256, per: 256 }, []],
    ["none if it begins behind the end", { start: total, frames: 1, per: 1 }, []],
  ])("%s", (_, wanted, segments) => {
    expect(segmentsFor(wanted, total)).toEqual(segments);
  });
});

describe("the bytes of a window", () => {
  it.each([
    ["too short", new Uint8Array(8)],
    ["something else", new Uint8Array(64)],
    [
      "cut off",
      encodeWindow({ startFrame: 0, sampleRateHz: 8000, framesPerPoint: 1, channels: [new Float32Array(9)] }).slice(
        0,
        50,
      ),
    ],
  ])("are refused if they are %s", (_, bytes) => {
    expect(() => decodeWindow(bytes.slice().buffer)).toThrow(WindowFormatError);
  });
});
