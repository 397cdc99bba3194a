import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import {
  amplitudeToInt16,
  type DecodedFacts,
  OVERVIEW_FILE,
  OVERVIEW_FRAMES,
  SEGMENT_FRAMES,
  segmentFile,
} from "./decoded-file";

export interface KeepOptions {
  toFolder: string;
  /** The first segment that is kept. */
  fromSegment: number;
  /** All segments together do not become larger. Two are kept in any case, as a window may lie across both. */
  mostBytes: number;
  /** Called after every block. */
  onBlock: (audio: DecodedAudio) => Promise<void>;
}

/**
 * Decodes a file and keeps its samples in a folder, as `decoded-file.ts` says: an overview of all of it, and segments as
 * far as there is room. Memory does not grow with the duration.
 * @throws AnalysisFailure as `decodeAudio` does
 */
export async function keepDecoded(source: ByteSource, options: KeepOptions): Promise<DecodedFacts> {
  const audio = await decodeAudio(source, probeAudio(source));
  const { sampleRateHz, channels } = audio.probe;
  const segments = new SegmentWriter(channels, options);
  const overview = new OverviewWriter(join(options.toFolder, OVERVIEW_FILE));
  let frames = 0;
  try {
    for await (const block of audio.blocks) {
      frames += block[0]?.length ?? 0;
      segments.push(block);
      overview.push(block);
      await options.onBlock(audio);
    }
    segments.finish();
    overview.finish();
  } finally {
    overview.close();
  }
  return { sampleRateHz, channels, frames, segments: segments.kept };
}

const SEGMENTS_MIN = 2;

/** Cuts the stream into segments, and writes those that are to be kept. */
class SegmentWriter {
  readonly kept: number[] = [];
  readonly #samples: Float32Array;
  #segment = 0;
  #frames = 0;
  #bytes = 0;

  constructor(
    private readonly channels: number,
    private readonly options: KeepOptions,
  ) {
    this.#samples = new Float32Array(SEGMENT_FRAMES * channels);
  }

  get #isFull(): boolean {
    return this.kept.length >= SEGMENTS_MIN && this.#bytes + this.#samples.byteLength > this.options.mostBytes;
  }

  push(block: readonly Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    for (let from = 0; from < length; ) {
      const count = Math.min(length - from, SEGMENT_FRAMES - this.#frames);
      if (this.#isWanted) this.#copy(block, from, count);
      this.#frames += count;
      from += count;
      if (this.#frames === SEGMENT_FRAMES) this.#next();
    }
  }

  finish(): void {
    if (this.#frames > 0) this.#next();
  }

  get #isWanted(): boolean {
    return this.#segment >= this.options.fromSegment && !this.#isFull;
  }

  #copy(block: readonly Float32Array[], from: number, count: number): void {
    for (const [channel, data] of block.entries()) {
      for (let frame = 0; frame < count; frame++) {
        this.#samples[(this.#frames + frame) * this.channels + channel] = data[from + frame] as number;
      }
    }
  }

  #next(): void {
    if (this.#isWanted) {
      const bytes = new Uint8Array(this.#samples.buffer, 0, this.#frames * this.channels * 4);
      writeFileSync(join(this.options.toFolder, segmentFile(this.#segment)), bytes);
      this.kept.push(this.#segment);
      this.#bytes += bytes.length;
    }
    this.#segment += 1;
    this.#frames = 0;
  }
}

const POINTS_AT_ONCE = 16_384;

/** Reduces the stream to extremes, and writes them as they come. */
class OverviewWriter {
  readonly #descriptor: number;
  readonly #points = new Int16Array(POINTS_AT_ONCE * 2);
  #count = 0;
  #frames = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = Number.NEGATIVE_INFINITY;

  constructor(path: string) {
    this.#descriptor = openSync(path, "w");
  }

  push(block: readonly Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    for (let from = 0; from < length; ) {
      const to = Math.min(length, from + OVERVIEW_FRAMES - this.#frames);
      for (const data of block) {
        for (let frame = from; frame < to; frame++) {
          const value = data[frame] as number;
          if (value < this.#lowest) this.#lowest = value;
          if (value > this.#highest) this.#highest = value;
        }
      }
      this.#frames += to - from;
      from = to;
      if (this.#frames === OVERVIEW_FRAMES) this.#end();
    }
  }

  finish(): void {
    if (this.#frames > 0) this.#end();
    this.#write();
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #end(): void {
    this.#points[this.#count * 2] = amplitudeToInt16(this.#lowest);
    this.#points[this.#count * 2 + 1] = amplitudeToInt16(this.#highest);
    this.#count += 1;
    this.#frames = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#highest = Number.NEGATIVE_INFINITY;
    if (this.#count === POINTS_AT_ONCE) this.#write();
  }

  #write(): void {
    const bytes = new Uint8Array(this.#points.buffer, 0, this.#count * 4);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
    this.#count = 0;
  }
}
