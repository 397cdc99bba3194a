import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import {
  amplitudeToInt16,
  type DecodedFacts,
  OVERVIEW_FILE,
  OVERVIEW_FRAMES,
  SEGMENT_FRAMES,
  segmentFile,
} from "@/lib/analysis/windows/decoded-file";
import type { WantedWindow } from "./schema";
import type { WaveformWindow } from "./window-format";

/** The segments that a window needs; none if the overview answers it. `frames` are those of the recording. */
export function segmentsFor({ start, frames, per }: WantedWindow, total: number): number[] {
  if (per >= OVERVIEW_FRAMES || start >= total) return [];
  const last = Math.min(total, start + frames) - 1;
  const first = Math.floor(start / SEGMENT_FRAMES);
  return Array.from({ length: Math.floor(last / SEGMENT_FRAMES) - first + 1 }, (_, index) => first + index);
}

/** Reads a window of a decoded file. It begins before the end of the recording, and ends there at the latest. */
export async function readDecoded(
  folder: string,
  { sampleRateHz, channels, frames: total }: DecodedFacts,
  wanted: WantedWindow,
): Promise<WaveformWindow> {
  const { start, per } = wanted;
  const frames = Math.min(wanted.frames, total - start);
  const place = { sampleRateHz, startFrame: start };
  if (per >= OVERVIEW_FRAMES) {
    const bytes = await readOverview(folder, start / OVERVIEW_FRAMES, Math.ceil(frames / OVERVIEW_FRAMES));
    return { ...place, framesPerPoint: per, ...coarser(bytes, per / OVERVIEW_FRAMES) };
  }
  const samples = await readSamples(folder, { channels, start, frames });
  if (per > 1) return { ...place, framesPerPoint: per, ...extremes(samples, per * channels) };
  return { ...place, framesPerPoint: 1, channels: apart(samples, channels) };
}

async function readSamples(
  folder: string,
  { channels, start, frames }: { channels: number; start: number; frames: number },
): Promise<Float32Array> {
  const samples = new Float32Array(frames * channels);
  const bytes = new Uint8Array(samples.buffer);
  const frameBytes = channels * 4;
  for (let done = 0; done < frames; ) {
    const segment = Math.floor((start + done) / SEGMENT_FRAMES);
    const from = start + done - segment * SEGMENT_FRAMES;
    const count = Math.min(frames - done, SEGMENT_FRAMES - from);
    const part = bytes.subarray(done * frameBytes, (done + count) * frameBytes);
    await readAt(join(folder, segmentFile(segment)), part, from * frameBytes);
    done += count;
  }
  return samples;
}

async function readOverview(folder: string, point: number, points: number): Promise<Int16Array> {
  const pairs = new Int16Array(points * 2);
  await readAt(join(folder, OVERVIEW_FILE), new Uint8Array(pairs.buffer), point * 4);
  return pairs;
}

async function readAt(path: string, into: Uint8Array, offset: number): Promise<void> {
  const file: FileHandle = await open(path);
  try {
    for (let done = 0; done < into.length; ) {
      const { bytesRead } = await file.read(into, done, into.length - done, offset + done);
      if (bytesRead === 0) throw new Error(`${path} is shorter than it should be`);
      done += bytesRead;
    }
  } finally {
    await file.close();
  }
}

function apart(samples: Float32Array, channels: number): Float32Array[] {
  const frames = samples.length / channels;
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: frames }, (_, frame) => samples[frame * channels + channel] as number),
  );
}

/** The lowest and the highest of each so many samples, of whatever channel. */
function extremes(samples: Float32Array, each: number): { min: Int16Array; max: Int16Array } {
  const points = Math.ceil(samples.length / each);
  const [min, max] = [new Int16Array(points), new Int16Array(points)];
  for (let point = 0; point < points; point++) {
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const end = Math.min(samples.length, (point + 1) * each);
    for (let at = point * each; at < end; at++) {
      const value = samples[at] as number;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    min[point] = amplitudeToInt16(lowest);
    max[point] = amplitudeToInt16(highest);
  }
  return { min, max };
}

function coarser(pairs: Int16Array, each: number): { min: Int16Array; max: Int16Array } {
  const points = Math.ceil(pairs.length / 2 / each);
  const [min, max] = [new Int16Array(points).fill(32_767), new Int16Array(points).fill(-32_767)];
  for (let at = 0; at < pairs.length / 2; at++) {
    const point = Math.floor(at / each);
    min[point] = Math.min(min[point] as number, pairs[at * 2] as number);
    max[point] = Math.max(max[point] as number, pairs[at * 2 + 1] as number);
  }
  return { min, max };
}
