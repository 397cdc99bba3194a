import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { parseStreamInfo } from "./flac-header";
import { lastGranule, type OggPage, oggPages } from "./ogg-pages";
import type { AudioProbe } from "./probe";

/** What the first page of a logical stream says; null if it is not audio that can be read. */
export interface OggStream {
  decoder: "oga" | "opus" | "flac";
  codec: "vorbis" | "opus" | "flac";
  serial: number;
  sampleRateHz: number;
  channels: number;
  preSkipSamples: number;
  /** Bits per sample for FLAC; 0 for the others. */
  flacBits: number;
}

const OPUS_RATE_HZ = 48_000;

export function oggStreamOf(page: OggPage): OggStream | null {
  const { body, serial } = page;
  const view = viewOf(body);
  if (body.length >= 30 && ascii(body, 0, 7) === "\x01vorbis") {
    const rate = view.getUint32(12, true);
    return {
      decoder: "oga",
      codec: "vorbis",
      serial,
      channels: body[11] ?? 0,
      sampleRateHz: rate,
      preSkipSamples: 0,
      flacBits: 0,
    };
  }
  if (body.length >= 19 && ascii(body, 0, 8) === "OpusHead") {
    const preSkipSamples = view.getUint16(10, true);
    return {
      decoder: "opus",
      codec: "opus",
      serial,
      channels: body[9] ?? 0,
      sampleRateHz: OPUS_RATE_HZ,
      preSkipSamples,
      flacBits: 0,
    };
  }
  if (body.length >= 51 && ascii(body, 0, 5) === "\x7fFLAC") {
    const { channels, sampleRateHz, bitsPerSample: flacBits } = parseStreamInfo(body.subarray(17, 51));
    return { decoder: "flac", codec: "flac", serial, channels, sampleRateHz, preSkipSamples: 0, flacBits };
  }
  return null;
}

/** First bytes of streams that an Ogg file may hold and that are not read. */
const OTHER_STREAMS: readonly (readonly [string, FoundFormat])[] = [
  ["Speex   ", "speex"],
  ["\x80theora", "video-without-sound"],
];

/** @throws AnalysisFailure `damaged_file` without a readable first page, `unsupported_format` for Speex and the like */
export function probeOgg(source: ByteSource): AudioProbe {
  let other: FoundFormat | null = null;
  for (const page of oggPages(source)) {
    if (!page.isFirst) break;
    const stream = oggStreamOf(page);
    if (stream) return probeOf(source, stream);
    other = OTHER_STREAMS.find(([magic]) => ascii(page.body, 0, magic.length) === magic)?.[1] ?? other ?? "rare-ogg";
  }
  if (other === "video-without-sound") throw new AnalysisFailure("not_audio", "only Theora", { found: other });
  throw other ? unsupported(other) : new AnalysisFailure("damaged_file", "no first page in Ogg");
}

/** A stream that was recorded from a station begins with a count far beyond this. */
const START_SECONDS = 20;
const MOST_FIRST_PAGES = 64;

/** What the pages' counts begin with: nothing, or where a recorded stream was when its recording began. */
export function granuleBase(firstGranule: number, sampleRateHz: number): number {
  return firstGranule > START_SECONDS * sampleRateHz ? firstGranule : 0;
}

function firstGranule(source: ByteSource, serial: number): number {
  let count = 0;
  for (const page of oggPages(source)) {
    if (page.intact && page.serial === serial && page.granule > 0) return page.granule;
    if (++count > MOST_FIRST_PAGES) break;
  }
  return 0;
}

function probeOf(source: ByteSource, stream: OggStream): AudioProbe {
  const { codec, serial, sampleRateHz, channels, preSkipSamples } = stream;
  const granule = lastGranule(source, serial);
  const base = granuleBase(firstGranule(source, serial), sampleRateHz) + preSkipSamples;
  const known = granule !== null && granule > base && sampleRateHz > 0;
  return {
    container: "ogg",
    codec,
    sampleRateHz,
    channels,
    declaredSeconds: known ? (granule - base) / sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "ogg" },
  };
}
