import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import type { AudioProbe } from "./probe";

const BITRATES_KBPS = {
  v1l1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  v2l1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  v2l23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES_HZ = [44_100, 48_000, 32_000] as const;

interface MpegFrame {
  layer: 1 | 2 | 3;
  sampleRateHz: number;
  channels: 1 | 2;
  samples: number;
  lengthBytes: number;
  /** Bytes of side information after the header. A Xing header comes after those. */
  sideBytes: number;
}

/** The frame header at `offset` (ISO/IEC 11172-3 §2.4.1.3), or null. Free format is not supported. */
function mpegFrameAt(bytes: Uint8Array, offset: number): MpegFrame | null {
  const [sync, second, third, fourth] = bytes.subarray(offset, offset + 4);
  if (sync !== 0xff || second === undefined || third === undefined || fourth === undefined) return null;
  const versionBits = (second >> 3) & 3;
  const layerBits = (second >> 1) & 3;
  const bitrateIndex = third >> 4;
  const rateHz = RATES_HZ[(third >> 2) & 3];
  if (second < 0xe0 || versionBits === 1 || layerBits === 0 || bitrateIndex === 0 || bitrateIndex === 15 || !rateHz) {
    return null;
  }
  const layer = (4 - layerBits) as 1 | 2 | 3;
  const versionOne = versionBits === 3;
  const sampleRateHz = rateHz / (versionOne ? 1 : versionBits === 2 ? 2 : 4);
  const table = versionOne ? (`v1l${layer}` as const) : layer === 1 ? "v2l1" : "v2l23";
  const bitrate = (BITRATES_KBPS[table][bitrateIndex] ?? 0) * 1000;
  const padding = (third >> 1) & 1;
  const samples = layer === 1 ? 384 : layer === 3 && !versionOne ? 576 : 1152;
  const lengthBytes =
    layer === 1
      ? (Math.floor((12 * bitrate) / sampleRateHz) + padding) * 4
      : Math.floor((samples / 8) * (bitrate / sampleRateHz)) + padding;
  const channels = fourth >> 6 === 3 ? 1 : 2;
  const sideBytes = versionOne ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  return { layer, sampleRateHz, channels, samples, lengthBytes, sideBytes };
}

const SEARCH_BYTES = 256 * 1024;
const AGREEING_FRAMES = 4;

/** Offset of the first frame at or after `from` that is followed by frames of its kind; null if none is near. */
export function findMpegFrames(source: ByteSource, from: number, end: number): number | null {
  const bytes = source.read(from, Math.min(SEARCH_BYTES, end - from));
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes[at] === 0xff && framesAgree(source, from + at, end, mpegFrameAt(bytes, at))) return from + at;
  }
  return null;
}

function framesAgree(source: ByteSource, start: number, end: number, first: MpegFrame | null): boolean {
  let frame = first;
  let offset = start;
  for (let count = 1; first && frame && count < AGREEING_FRAMES; count++) {
    offset += frame.lengthBytes;
    // A very short file may end before that. Two frames that agree are enough then, or one that ends with the file.
    if (offset + 4 > end) return count >= 2 || offset === end;
    frame = mpegFrameAt(source.read(offset, 4), 0);
    if (!frame || frame.layer !== first.layer || frame.sampleRateHz !== first.sampleRateHz) return false;
  }
  return first !== null;
}

/**
 * An MPEG audio stream between two offsets.
 * @throws AnalysisFailure `not_audio` if no frames are found, `unsupported_format` for layers I and II
 */
export function probeMpeg(source: ByteSource, from: number, end: number): AudioProbe {
  const offset = findMpegFrames(source, from, end);
  if (offset === null) throw new AnalysisFailure("not_audio", "no MPEG frames");
  const bytes = source.read(offset, 4096);
  const frame = mpegFrameAt(bytes, 0);
  if (!frame) throw new AnalysisFailure("not_audio", "no MPEG frames");
  if (frame.layer !== 3) throw new AnalysisFailure("unsupported_format", `MPEG layer ${frame.layer}`);
  const frames = vbrFrameCount(bytes, frame);
  // Ignore a claim of more frames than the file has bytes for.
  const plausible = frames !== null && frames * 24 <= end - offset;
  return {
    container: "mp3",
    codec: "mp3",
    sampleRateHz: frame.sampleRateHz,
    channels: frame.channels,
    declaredSeconds: plausible ? (frames * frame.samples) / frame.sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "mp3", offset, endOffset: end },
  };
}

/** Number of frames according to a Xing, Info or VBRI header. */
function vbrFrameCount(bytes: Uint8Array, frame: MpegFrame): number | null {
  const view = viewOf(bytes);
  const xing = 4 + frame.sideBytes;
  if (bytes.length < 64) return null;
  const tag = ascii(bytes, xing, 4);
  if (tag === "Xing" || tag === "Info") return (view.getUint32(xing + 4) & 1) === 1 ? view.getUint32(xing + 8) : null;
  return ascii(bytes, 36, 4) === "VBRI" ? view.getUint32(36 + 14) : null;
}
