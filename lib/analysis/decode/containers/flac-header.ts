import { MAX_CHANNELS, MAX_SAMPLE_RATE_HZ, MIN_SAMPLE_RATE_HZ } from "@/lib/analysis/decode/limits";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { flacFrames } from "./flac-frames";
import type { AudioProbe } from "./probe";

const MAX_METADATA_BLOCKS = 4096;
export const STREAM_INFO_BYTES = 34;

export interface FlacStreamInfo {
  sampleRateHz: number;
  channels: number;
  bitsPerSample: number;
  /** 0 if the encoder did not know. */
  totalSamples: number;
}

/** RFC 9639 §8.2 */
export function parseStreamInfo(body: Uint8Array): FlacStreamInfo {
  const view = viewOf(body);
  const packed = view.getUint32(10);
  return {
    sampleRateHz: packed >>> 12,
    channels: ((packed >>> 9) & 7) + 1,
    bitsPerSample: ((packed >>> 4) & 31) + 1,
    totalSamples: (packed & 15) * 2 ** 32 + view.getUint32(14),
  };
}

/** Where a native FLAC stream begins: its marker, its STREAMINFO block, and the offset of its first frame. */
export interface FlacStart {
  streamInfo: Uint8Array;
  info: FlacStreamInfo;
  offset: number;
}

/** @throws AnalysisFailure `damaged_file` */
export function readFlacStart(source: ByteSource, start: number): FlacStart {
  const first = source.read(start + 4, 4 + STREAM_INFO_BYTES);
  const isStreamInfo = first.length === 4 + STREAM_INFO_BYTES && ((first[0] ?? 0) & 0x7f) === 0;
  if (!isStreamInfo) throw new AnalysisFailure("damaged_file", "no STREAMINFO");
  const streamInfo = first.slice(4);
  return { streamInfo, info: parseStreamInfo(streamInfo), offset: skipMetadata(source, start + 4) };
}

const SCAN_BYTES = 64 * 1024;
const MOST_STARTS = 64;

/**
 * The stream that begins between `from` and `to`, where its first frame is; null if none does. Of several it is the
 * last, because the others have no frame that can be read.
 */
export function nextFlacStart(source: ByteSource, from: number, to: number): FlacStart | null {
  let found: FlacStart | null = null;
  let tries = 0;
  for (let offset = from; offset < to; offset += SCAN_BYTES - 3) {
    const bytes = Buffer.from(source.read(offset, Math.min(SCAN_BYTES, to - offset)));
    for (let at = bytes.indexOf("fLaC"); at >= 0; at = bytes.indexOf("fLaC", at + 1)) {
      if (++tries > MOST_STARTS) return found;
      found = readableStart(source, offset + at, to) ?? found;
    }
  }
  return found;
}

function readableStart(source: ByteSource, start: number, firstFrame: number): FlacStart | null {
  try {
    const found = readFlacStart(source, start);
    const { sampleRateHz, channels } = found.info;
    const isSound =
      sampleRateHz >= MIN_SAMPLE_RATE_HZ && sampleRateHz <= MAX_SAMPLE_RATE_HZ && channels <= MAX_CHANNELS;
    return isSound && found.offset <= firstFrame ? found : null;
  } catch (error) {
    if (error instanceof AnalysisFailure) return null;
    throw error;
  }
}

/** A native FLAC stream. */
export function probeFlac(source: ByteSource): AudioProbe {
  const { streamInfo, info, offset } = readFlacStart(source, 0);
  if (offset >= source.sizeBytes) throw new AnalysisFailure("no_samples");
  const totalSamples = info.totalSamples || countSamples(source, offset);
  return {
    container: "flac",
    codec: "flac",
    sampleRateHz: info.sampleRateHz,
    channels: info.channels,
    declaredSeconds: info.sampleRateHz > 0 ? totalSamples / info.sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "flac", streamInfo, bits: info.bitsPerSample, offset, totalSamples },
  };
}

/** For encoders that wrote to a pipe and could not say. Needs no decoding: four hours of silence take 20 ms. */
function countSamples(source: ByteSource, offset: number): number {
  let samples = 0;
  for (const frame of flacFrames(source, offset)) samples += frame.samples;
  return samples;
}

function skipMetadata(source: ByteSource, start: number): number {
  let offset = start;
  for (let count = 0; count < MAX_METADATA_BLOCKS; count++) {
    const header = source.read(offset, 4);
    if (header.length < 4) break;
    const [kind = 0, high = 0, middle = 0, low = 0] = header;
    offset += 4 + ((high << 16) | (middle << 8) | low);
    if (kind & 0x80) return offset;
  }
  throw new AnalysisFailure("damaged_file", "metadata runs past the end of the file");
}

export function isFlac(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 4) === "fLaC";
}
