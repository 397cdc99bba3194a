import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import { adtsSyntax, probeAdts } from "./adts-frames";
import { probeAiff } from "./aiff-header";
import { probeAu } from "./au-header";
import { ascii, type ByteSource, sourceFrom, viewOf } from "./byte-source";
import { probeCaf } from "./caf-header";
import { flacFrames } from "./flac-frames";
import { isFlac, probeFlac } from "./flac-header";
import { FrameWalk, SEARCH_BYTES } from "./frame-walk";
import { probeMp4 } from "./mp4-header";
import { isFreeFormat, mpegSyntax, probeMpeg } from "./mpeg-frames";
import { probeOgg } from "./ogg-header";
import { isOgg, oggPages } from "./ogg-pages";
import { refuseOtherFormats, SIGNATURE_BYTES } from "./other-formats";
import { type AudioProbe, assertWithinBounds } from "./probe";
import { endBeforeTags, skipTags } from "./tags";
import { probeW64 } from "./w64-header";
import { probeWav } from "./wav-header";

/**
 * Tells from its content alone what a file is, and bounds what its headers claim before anything is decoded.
 * @throws AnalysisFailure `empty_file`, `not_audio`, `unsupported_format`, `damaged_file`, `no_samples`, `too_long`,
 * `too_many_channels` or `bad_sample_rate`
 */
export function probeAudio(source: ByteSource): AudioProbe {
  if (source.sizeBytes === 0) throw new AnalysisFailure("empty_file");
  return assertWithinBounds(probeBehindTags(source));
}

/** The container that begins exactly at `offset`, as in files that were joined; null if none does. */
export function probeJoined(source: ByteSource, offset: number): AudioProbe | null {
  const part = sourceFrom(source, offset);
  const probe = containerOf(part.read(0, HEAD_BYTES));
  return probe ? assertWithinBounds({ ...probe(part), startOffset: offset }) : null;
}

function probeBehindTags(source: ByteSource): AudioProbe {
  const { offset, isTrusted } = skipTags(source);
  const part = sourceFrom(source, offset);
  const head = part.read(0, SIGNATURE_BYTES);
  const probe = containerOf(head) ?? (MP4_FIRST_BOXES.has(ascii(head, 4, 4)) ? probeMp4 : null);
  if (probe) return { ...probe(part), ...startingAt(offset) };
  if (isTrusted) refuseOtherFormats(head);
  const found = searched(source, offset);
  if (found) return found;
  if (isFreeFormat(source, offset)) throw unsupported("free-format-mp3");
  const isTagged = /^(?:ID3|APETAGEX)/.test(ascii(source.read(0, 8), 0, 8));
  const isDamaged = isTagged || hasLostItsStart(part);
  throw new AnalysisFailure(isDamaged ? "damaged_file" : "not_audio", "no container and no frames");
}

/** Whether pages or frames are there that a decoder cannot read, because what should be before them is missing. */
function hasLostItsStart(source: ByteSource): boolean {
  const part = {
    sizeBytes: Math.min(source.sizeBytes, ORPHAN_BYTES),
    read: (at: number, length: number) => source.read(at, length),
  };
  for (const page of oggPages(part)) if (page.intact) return true;
  for (const _ of flacFrames(part, 0)) return true;
  return false;
}

const startingAt = (startOffset: number) => (startOffset > 0 ? { startOffset } : {});

/** Streams without a container are recognised by several frames that agree. Whatever is found first wins. */
function searched(source: ByteSource, from: number): AudioProbe | null {
  const end = endBeforeTags(source);
  const adts = new FrameWalk(source, adtsSyntax, end).find(from);
  const mpeg = new FrameWalk(source, mpegSyntax, end).find(from, Math.min(end, adts ?? from + SEARCH_BYTES));
  const frames = mpeg ?? adts;
  const behindRubbish = containerBefore(source, from, frames ?? Math.min(end, from + SEARCH_BYTES));
  if (behindRubbish) return behindRubbish;
  if (mpeg !== null) return probeMpeg(source, from, end);
  return adts === null ? null : probeAdts(source, adts, from, end);
}

const MP4_FIRST_BOXES = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"]);
const HEAD_BYTES = 16;
const ORPHAN_BYTES = 1024 * 1024;
type Probe = (source: ByteSource) => AudioProbe;

/** How to read the container that begins with these bytes; null if they are none that is unmistakable. */
function containerOf(head: Uint8Array): Probe | null {
  const magic = ascii(head, 0, 4);
  const form = ascii(head, 8, 4);
  if (["RIFF", "RIFX", "RF64", "BW64"].includes(magic) && form === "WAVE") return probeWav;
  if (magic === "FORM" && (form === "AIFF" || form === "AIFC")) return probeAiff;
  if (isFlac(head)) return probeFlac;
  if (isOgg(head)) return probeOgg;
  if (ascii(head, 0, 8) === "riff\x2e\x91\xcf\x11") return probeW64;
  if (magic === "caff" && head[4] === 0) return probeCaf;
  if (isAu(head, magic)) return probeAu;
  return ascii(head, 4, 4) === "ftyp" && head[0] === 0 ? probeMp4 : null;
}

function isAu(head: Uint8Array, magic: string): boolean {
  if (head.length < HEAD_BYTES || (magic !== ".snd" && magic !== "dns.")) return false;
  const offset = viewOf(head).getUint32(4, magic === "dns.");
  return offset >= 24 && offset < 2 ** 24;
}

/** First bytes of everything that `containerOf` knows, with the place of the first among them. */
const MAGICS = /RIFF|RIFX|RF64|BW64|FORM|fLaC|OggS|riff|caff|\.snd|dns\.|ftyp/g;
const WINDOW_BYTES = 64 * 1024;
/** Of each kind. A file made of false beginnings would keep a worker busy. */
const MOST_TRIES = 3;

/** The first container that can be read and that begins before `to`, behind zeros or rubbish. */
function containerBefore(source: ByteSource, from: number, to: number): AudioProbe | null {
  const tries = new Map<string, number>();
  for (let offset = from; offset < to; offset += WINDOW_BYTES - HEAD_BYTES) {
    const text = Buffer.from(source.read(offset, WINDOW_BYTES)).toString("latin1");
    for (const { 0: magic, index } of text.matchAll(MAGICS)) {
      const start = offset + index - (magic === "ftyp" ? 4 : 0);
      const count = tries.get(magic) ?? 0;
      if (start < from || start >= to || count >= MOST_TRIES) continue;
      if (!containerOf(source.read(start, HEAD_BYTES))) continue;
      tries.set(magic, count + 1);
      const probe = readable(source, start);
      if (probe) return probe;
    }
  }
  return null;
}

function readable(source: ByteSource, start: number): AudioProbe | null {
  try {
    return probeJoined(source, start);
  } catch (error) {
    if (error instanceof AnalysisFailure) return null;
    throw error;
  }
}
