import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { ByteSource } from "./byte-source";
import type { FrameSyntax, StreamFrame } from "./frame-walk";
import type { AudioProbe } from "./probe";

export const AAC_RATES_HZ = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;
/** Channels by configuration, 1 to 7. Configuration 0 describes them inside the stream. */
export const AAC_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 8] as const;
/** Four channels here are left, right, centre and back centre instead of the usual two pairs. */
export const FOUR_CHANNEL_SPEAKERS = 0x107;

export interface AdtsFrame extends StreamFrame {
  channelConfig: number;
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
  const channelConfig = ((b2 & 1) << 2) | (b3 >> 6);
  const blocks = ((bytes[offset + 6] ?? 0) & 3) + 1;
  return {
    sampleRateHz,
    channelConfig,
    channels: AAC_CHANNELS[channelConfig] || 2,
    samples: blocks * 1024,
    lengthBytes,
  };
}

export const adtsSyntax: FrameSyntax<AdtsFrame> = {
  headerBytes: 7,
  at: adtsFrameAt,
  agree: (one, other) => one.sampleRateHz === other.sampleRateHz && one.channelConfig === other.channelConfig,
};

/**
 * A bare AAC stream whose first frame is at `first`, somewhere behind `offset`.
 * @throws AnalysisFailure `damaged_file` if there is no frame
 */
export function probeAdts(source: ByteSource, first: number, offset: number, endOffset: number): AudioProbe {
  const frame = adtsFrameAt(source.read(first, 7), 0);
  if (!frame) throw new AnalysisFailure("damaged_file", "no ADTS frames");
  return {
    container: "aac",
    codec: "aac",
    sampleRateHz: frame.sampleRateHz,
    channels: frame.channels,
    ...(frame.channelConfig === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {}),
    declaredSeconds: null,
    fileBytes: source.sizeBytes,
    layout: { format: "adts", offset, endOffset },
  };
}
