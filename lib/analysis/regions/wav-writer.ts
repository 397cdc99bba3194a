import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { SampleFormat } from "./sample-format";

export interface WavWriterOptions {
  sampleRateHz: number;
  channels: number;
  format: SampleFormat;
  /** The file never becomes larger. */
  mostBytes: number;
}

/** A place in the sound with a name, in frames. */
export interface CueMark {
  frame: number;
  label: string;
}

const EXTENSIBLE = 0xfffe;
/** Of the sub-format's identifier, behind the two bytes of the format. */
const SUBFORMAT_REST = Buffer.from("000000001000800000aa00389b71", "hex");
/** The usual speakers for so many channels, from mono to 7.1. */
const SPEAKERS = [0, 0x4, 0x3, 0x7, 0x33, 0x37, 0x3f, 0x70f, 0x63f];

/** Writes a WAV file block by block. Memory does not grow with its length. */
export class WavWriter {
  #frames = 0;
  readonly #descriptor: number;
  readonly #header: Buffer;
  readonly #frameBytes: number;

  constructor(
    path: string,
    private readonly options: WavWriterOptions,
  ) {
    this.#frameBytes = options.channels * options.format.bytes;
    this.#header = headerOf(options);
    this.#descriptor = openSync(path, "w");
    writeSync(this.#descriptor, this.#header);
  }

  get frames(): number {
    return this.#frames;
  }

  /**
   * One array per channel, of equal length.
   * @throws AnalysisFailure `too_large`
   */
  push(block: readonly Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    const offset = this.#header.length + this.#frames * this.#frameBytes;
    if (offset + length * this.#frameBytes > this.options.mostBytes)
      throw new AnalysisFailure("too_large", "a cut WAV");
    const bytes = encoded(block, length, this.options.format);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#descriptor, bytes, done, undefined, offset + done);
    this.#frames += length;
  }

  /** Takes back what is behind this many frames. */
  shorten(frames: number): void {
    this.#frames = Math.min(this.#frames, Math.max(0, frames));
  }

  /** Ends the file, with cue points if there are any. */
  finish(cues: readonly CueMark[] = []): void {
    const dataBytes = this.#frames * this.#frameBytes;
    const end = this.#header.length + dataBytes;
    ftruncateSync(this.#descriptor, end);
    const tail = Buffer.concat([Buffer.alloc(dataBytes % 2), ...cueChunks(cues)]);
    writeSync(this.#descriptor, tail, 0, tail.length, end);
    this.#header.writeUInt32LE(end - 8 + tail.length, 4);
    this.#header.writeUInt32LE(dataBytes, this.#header.length - 4);
    writeSync(this.#descriptor, this.#header, 0, this.#header.length, 0);
  }

  /** To be called in any case. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

function headerOf({ sampleRateHz, channels, format: { kind, bytes } }: WavWriterOptions): Buffer {
  const code = kind === "float" ? 3 : 1;
  const isExtensible = channels > 2;
  const format = Buffer.alloc(isExtensible ? 40 : 16);
  format.writeUInt16LE(isExtensible ? EXTENSIBLE : code, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRateHz, 4);
  format.writeUInt32LE(sampleRateHz * channels * bytes, 8);
  format.writeUInt16LE(channels * bytes, 12);
  format.writeUInt16LE(bytes * 8, 14);
  if (isExtensible) {
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(bytes * 8, 18);
    format.writeUInt32LE(SPEAKERS[channels] ?? 0, 20);
    format.writeUInt16LE(code, 24);
    SUBFORMAT_REST.copy(format, 26);
  }
  const start = Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"), uint32(format.length), format]);
  return Buffer.concat([start, Buffer.from("data\0\0\0\0", "latin1")]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Integers as the decoders scale them, so that what was one comes out as the same one. */
function encoded(block: readonly Float32Array[], length: number, { kind, bytes }: SampleFormat): Buffer {
  const channels = block.length;
  const buffer = Buffer.alloc(length * channels * bytes);
  const scale = 2 ** (bytes * 8 - 1);
  for (const [channel, data] of block.entries()) {
    for (let frame = 0; frame < length; frame++) {
      const offset = (frame * channels + channel) * bytes;
      const value = data[frame] as number;
      if (kind === "float") {
        buffer.writeFloatLE(value, offset);
        continue;
      }
      const whole = Math.max(-scale, Math.min(Math.round(value * scale), scale - 1));
      // Eight bits are the only ones without a sign.
      if (bytes === 1) buffer.writeUInt8(whole + 128, offset);
      else buffer.writeIntLE(whole, offset, bytes);
    }
  }
  return buffer;
}

/** `cue ` with its names in `LIST adtl`. */
function cueChunks(cues: readonly CueMark[]): Buffer[] {
  if (cues.length === 0) return [];
  const points = cues.map(({ frame }, index) =>
    Buffer.concat([uint32(index + 1), uint32(frame), Buffer.from("data"), uint32(0), uint32(0), uint32(frame)]),
  );
  const labels = cues.map(({ label }, index) => chunk("labl", [uint32(index + 1), Buffer.from(`${label}\0`)]));
  return [chunk("cue ", [uint32(cues.length), ...points]), chunk("LIST", [Buffer.from("adtl"), ...labels])];
}

function chunk(id: string, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id), uint32(body.length), body, Buffer.alloc(body.length % 2)]);
}
