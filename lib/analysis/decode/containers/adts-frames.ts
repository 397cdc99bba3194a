import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { ByteSource } from "./byte-source";
import type { AudioProbe } from "./probe";

export const AAC_RATES_HZ = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;
/** Channels by configuration, 1 to 7. Configuration 0 describes them inside the stream. */
export const AAC_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 8] as const;
/** Four channels here are left, right, centre and back centre instead of the usual two pairs. */
export const FOUR_CHANNEL_SPEAKERS = 0x107;

export interface AdtsFrame {
  sampleRateHz: number;
  channelConfig: number;
  lengthBytes: number;
}

/** The frame header at `offset` (ISO/IEC 13818-7 §6.2), or null. */
export function adtsFrameAt(bytes: Uint8Array, offset: number): AdtsFrame | null {
  const [b0, b1, b2, b3, b4, b5] = bytes.subarray(offset, offset + 6);
  if (b0 !== 0xff || b1 === undefined || b2 === undefined || b3 === undefined || b4 === undefined || b5 === undefined) {
    return null;
  }
  const sampleRateHz = AAC_RATES_HZ[(b2 >> 2) & 15];
  const lengthBytes = ((b3 & 3) << 11) | (b4 << 3) | (b5 >> 5);
  if ((b1 & 0xf6) !== 0xf0 || !sampleRateHz || lengthBytes < 8) return null;
  return { sampleRateHz, channelConfig: ((b2 & 1) << 2) | (b3 >> 6), lengthBytes };
}

const SEARCH_BYTES = 64 * 1024;
const AGREEING_FRAMES = 4;

/** Offset of the first frame at or after `from` that is followed by three of its kind; null if none is near. */
export function findAdtsFrames(source: ByteSource, from: number, end: number): number | null {
  const bytes = source.read(from, Math.min(SEARCH_BYTES, end - from));
  for (let at = 0; at + 7 <= bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const first = adtsFrameAt(bytes, at);
    if (first && framesAgree(source, from + at, end, first)) return from + at;
  }
  return null;
}

function framesAgree(source: ByteSource, start: number, end: number, first: AdtsFrame): boolean {
  let frame: AdtsFrame | null = first;
  let offset = start;
  for (let count = 1; count < AGREEING_FRAMES; count++) {
    offset += frame.lengthBytes;
    if (offset + 7 > end) return count >= 2 || offset === end;
    frame = adtsFrameAt(source.read(offset, 7), 0);
    if (!frame || frame.sampleRateHz !== first.sampleRateHz || frame.channelConfig !== first.channelConfig)
      return false;
  }
  return true;
}

/** @throws AnalysisFailure `not_audio` if the stream has no first frame */
export function probeAdts(source: ByteSource, offset: number, endOffset: number): AudioProbe {
  const frame = adtsFrameAt(source.read(offset, 7), 0);
  if (!frame) throw new AnalysisFailure("not_audio", "no ADTS frames");
  return {
    container: "aac",
    codec: "aac",
    sampleRateHz: frame.sampleRateHz,
    channels: AAC_CHANNELS[frame.channelConfig] || 2,
    ...(frame.channelConfig === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {}),
    declaredSeconds: null,
    fileBytes: source.sizeBytes,
    layout: { format: "adts", offset, endOffset },
  };
}
