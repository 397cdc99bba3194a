import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { type FrameSyntax, FrameWalk, type StreamFrame } from "./frame-walk";
import type { AudioProbe } from "./probe";

const BITRATES_KBPS = {
  v1l1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  v2l1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  v2l23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES_HZ = [44_100, 48_000, 32_000] as const;

export interface MpegFrame extends StreamFrame {
  layer: 1 | 2 | 3;
  /** Bytes of side information after the header. A Xing header comes after those. */
  sideBytes: number;
}

/** The frame header at `offset` (ISO/IEC 11172-3 §2.4.1.3), or null, also for free format. */
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

/** How many bytes a frame begins with, so that a Xing or VBRI header can be read. */
const INFO_BYTES = 64;

export const mpegSyntax: FrameSyntax<MpegFrame> = {
  headerBytes: 4,
  at: mpegFrameAt,
  agree: (one, other) => one.layer === other.layer && one.sampleRateHz === other.sampleRateHz,
};

/** A frame that counts the others and holds no sound: Xing's or Info's, or Fraunhofer's VBRI. */
export interface InfoFrame {
  kind: "xing" | "vbri";
  /** Frames with sound, without this one; null if it does not say. */
  frames: number | null;
}

/** Reads the header of a Xing, Info or VBRI frame, or returns null for any other frame. */
export function infoFrameOf(bytes: Uint8Array, frame: MpegFrame): InfoFrame | null {
  if (bytes.length < INFO_BYTES || frame.layer !== 3) return null;
  const view = viewOf(bytes);
  const xing = 4 + frame.sideBytes;
  const tag = ascii(bytes, xing, 4);
  if (tag === "Xing" || tag === "Info") {
    const isCounted = (view.getUint32(xing + 4) & 1) === 1;
    return { kind: "xing", frames: isCounted ? view.getUint32(xing + 8) : null };
  }
  return ascii(bytes, 36, 4) === "VBRI" ? { kind: "vbri", frames: view.getUint32(36 + 14) } : null;
}

/** A frame is at least this long, so a file cannot hold more of them than that allows. */
const SMALLEST_FRAME_BYTES = 24;

/**
 * An MPEG audio stream between two offsets.
 * @throws AnalysisFailure `damaged_file` if no frames are found
 */
export function probeMpeg(source: ByteSource, from: number, end: number): AudioProbe {
  const offset = new FrameWalk(source, mpegSyntax, end).find(from);
  const frame = offset === null ? null : mpegFrameAt(source.read(offset, 4), 0);
  if (offset === null || !frame) throw new AnalysisFailure("damaged_file", "no MPEG frames");
  const frames = infoFrameOf(source.read(offset, INFO_BYTES), frame)?.frames ?? null;
  // Ignore a claim of more frames than the file has bytes for.
  const plausible = frames !== null && frames * SMALLEST_FRAME_BYTES <= end - offset;
  return {
    container: frame.layer === 3 ? "mp3" : "mp2",
    codec: `mp${frame.layer}`,
    sampleRateHz: frame.sampleRateHz,
    channels: frame.channels,
    declaredSeconds: plausible ? (frames * frame.samples) / frame.sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "mp3", offset: from, endOffset: end },
  };
}

const FREE_FORMAT_SEARCH_BYTES = 64 * 1024;
const MOST_FREE_FRAME_BYTES = 8192;
const MOST_CANDIDATES = 256;

/** Whether an MP3 begins near `from` that leaves its bit rate open, so that the length of a frame is not in its header. */
export function isFreeFormat(source: ByteSource, from: number): boolean {
  const bytes = source.read(from, FREE_FORMAT_SEARCH_BYTES);
  let candidates = 0;
  for (let at = bytes.indexOf(0xff); at >= 0 && candidates < MOST_CANDIDATES; at = bytes.indexOf(0xff, at + 1)) {
    if (!isFreeHeader(bytes, at)) continue;
    candidates++;
    const isNext = (offset: number) => isFreeHeader(bytes, offset) && bytes[offset + 1] === bytes[at + 1];
    for (let length = SMALLEST_FRAME_BYTES; length < MOST_FREE_FRAME_BYTES; length++) {
      if (!isNext(at + length)) continue;
      // A frame may be one byte longer than its neighbour.
      const second = at + length * 2;
      if ([-1, 0, 1].some((more) => isNext(second + more))) return true;
    }
  }
  return false;
}

function isFreeHeader(bytes: Uint8Array, at: number): boolean {
  const [sync = 0, second = 0, third = 0xff] = bytes.subarray(at, at + 3);
  const layerBits = (second >> 1) & 3;
  return (
    sync === 0xff && second >= 0xe0 && layerBits !== 0 && (second & 0x18) !== 8 && third < 0x10 && (third & 12) !== 12
  );
}
