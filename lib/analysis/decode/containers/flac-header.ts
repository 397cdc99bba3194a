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

/** A native FLAC stream that starts at `start`: 0, or after an ID3 tag. */
export function probeFlac(source: ByteSource, start: number): AudioProbe {
  const first = source.read(start + 4, 4 + STREAM_INFO_BYTES);
  const isStreamInfo = first.length === 4 + STREAM_INFO_BYTES && ((first[0] ?? 0) & 0x7f) === 0;
  if (!isStreamInfo) throw new AnalysisFailure("damaged_file", "no STREAMINFO");
  const info = parseStreamInfo(first.subarray(4));
  const offset = skipMetadata(source, start + 4);
  if (offset >= source.sizeBytes) throw new AnalysisFailure("no_samples");
  const totalSamples = info.totalSamples || countSamples(source, offset);
  return {
    container: "flac",
    codec: "flac",
    sampleRateHz: info.sampleRateHz,
    channels: info.channels,
    declaredSeconds: info.sampleRateHz > 0 ? totalSamples / info.sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "flac", streamInfo: first.slice(4), bits: info.bitsPerSample, offset, totalSamples },
  };
}

/** For encoders that wrote to a pipe and could not say. Needs no decoding: four hours of silence take 20 ms. */
function countSamples(source: ByteSource, offset: number): number {
  let samples = 0;
  for (const frame of flacFrames(source, offset, { lostBytes: 0 })) samples += frame.samples;
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
