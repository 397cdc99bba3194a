import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { AAC_CHANNELS, AAC_RATES_HZ, FOUR_CHANNEL_SPEAKERS } from "./adts-frames";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { boxAlong, boxesIn, topLevelBoxes } from "./mp4-boxes";
import { type Mp4Track, readUnits } from "./mp4-track";
import type { AudioProbe } from "./probe";

const MAX_HEADER_BYTES = 64 * 1024 * 1024;
const ALAC_COOKIE_BYTES = 24;
const AAC_OBJECT_TYPES = new Set([0, 0x40, 0x66, 0x67, 0x68]);

interface SampleEntry {
  codec: Mp4Track["codec"];
  config: Uint8Array;
  sampleRateHz: number;
  channels: number;
  speakers?: number;
}

/**
 * @throws AnalysisFailure `damaged_file` without a usable header, `unsupported_format` for other codecs, `not_audio` for
 * a video without sound
 */
export function probeMp4(source: ByteSource): AudioProbe {
  const movie = readMovie(source);
  const { track, entry } = findAudioTrack(movie);
  const stbl = boxAlong(track, "mdia minf stbl") ?? new Uint8Array(0);
  const mdhd = boxAlong(track, "mdia mdhd");
  const fragmentDefaults = fragmentDefaultsOf(movie, trackIdOf(track));
  const stsz = boxAlong(stbl, "stsz");
  const fragmented = fragmentDefaults !== null && (!stsz || viewOf(stsz).getUint32(8) === 0);
  const units = fragmented
    ? null
    : readUnits({
        stsz,
        stco: boxAlong(stbl, "stco"),
        co64: boxAlong(stbl, "co64"),
        stsc: boxAlong(stbl, "stsc"),
        fileBytes: source.sizeBytes,
      });
  if (units && units.count === 0) throw new AnalysisFailure("no_samples");
  return {
    container: "mp4",
    codec: entry.codec,
    sampleRateHz: entry.sampleRateHz,
    channels: entry.channels,
    ...(entry.speakers ? { speakers: entry.speakers } : {}),
    // A duration is only a claim. What the tables list is what will be decoded.
    declaredSeconds: units && entry.codec === "aac" ? (units.count * 1024) / entry.sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: {
      format: "mp4",
      track: {
        codec: entry.codec,
        config: entry.config,
        gapless: copies({
          elst: boxAlong(track, "edts elst"),
          mdhd,
          stts: boxAlong(stbl, "stts"),
          mvhd: boxAlong(movie, "mvhd"),
          ilst: itunesTags(movie),
        }),
        units,
        trackId: trackIdOf(track),
        defaultUnitBytes: fragmentDefaults ?? 0,
      },
    },
  };
}

function readMovie(source: ByteSource): Uint8Array {
  for (const box of topLevelBoxes(source)) {
    if (box.type !== "moov") continue;
    if (box.endOffset > source.sizeBytes || box.endOffset - box.bodyOffset > MAX_HEADER_BYTES) break;
    return source.read(box.bodyOffset, box.endOffset - box.bodyOffset);
  }
  throw new AnalysisFailure("damaged_file", "no moov box");
}

function findAudioTrack(movie: Uint8Array): { track: Uint8Array; entry: SampleEntry } {
  let refused: AnalysisFailure | null = null;
  for (const box of boxesIn(movie)) {
    if (box.type !== "trak") continue;
    const handler = boxAlong(box.body, "mdia hdlr");
    if (!handler || ascii(handler, 8, 4) !== "soun") continue;
    const entry = readSampleEntry(boxAlong(box.body, "mdia minf stbl stsd"));
    if (!(entry instanceof AnalysisFailure)) return { track: box.body, entry };
    refused ??= entry;
  }
  throw refused ?? new AnalysisFailure("not_audio", "no audio track");
}

/** ISO/IEC 14496-12 §12.2.3; QuickTime's version 1 adds 16 bytes, and version 2 states its own size. */
function readSampleEntry(stsd: Uint8Array | null): SampleEntry | AnalysisFailure {
  if (!stsd || stsd.length < 8 + 36) return new AnalysisFailure("damaged_file", "no sample description");
  const entry = stsd.subarray(8);
  const view = viewOf(entry);
  const type = ascii(entry, 4, 4);
  const version = view.getUint16(16);
  const headBytes = version === 1 ? 52 : version === 2 && entry.length >= 40 ? view.getUint32(36) : 36;
  const inside = entry.subarray(headBytes);
  const children = boxAlong(inside, "wave") ?? inside;
  if (type === "alac") return alacEntry(boxAlong(children, "alac"));
  if (type === "mp4a") return aacEntry(boxAlong(children, "esds"), view.getUint16(24));
  return new AnalysisFailure("unsupported_format", `MP4 with ${JSON.stringify(type)}`);
}

function alacEntry(box: Uint8Array | null): SampleEntry | AnalysisFailure {
  if (!box || box.length < 4 + ALAC_COOKIE_BYTES) return new AnalysisFailure("damaged_file", "no ALAC cookie");
  const config = box.slice(4, 4 + ALAC_COOKIE_BYTES);
  const view = viewOf(config);
  const frameSamples = view.getUint32(0);
  const bits = view.getUint8(5);
  // The decoder allocates by these numbers.
  const sane = frameSamples > 0 && frameSamples <= 65_536 && [16, 20, 24, 32].includes(bits);
  if (!sane) return new AnalysisFailure("damaged_file", `ALAC frames of ${frameSamples} samples, ${bits} bits`);
  const channels = view.getUint8(9);
  const speakers = channels === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {};
  return { codec: "alac", config, channels, sampleRateHz: view.getUint32(20), ...speakers };
}

function aacEntry(esds: Uint8Array | null, declaredChannels: number): SampleEntry | AnalysisFailure {
  const { objectType, config } = esds ? decoderConfig(esds) : { objectType: -1, config: null };
  if (!AAC_OBJECT_TYPES.has(objectType))
    return new AnalysisFailure("unsupported_format", `MP4 object type ${objectType}`);
  if (!config || config.length < 2) return new AnalysisFailure("damaged_file", "no AudioSpecificConfig");
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = config;
  const index = ((first & 7) << 1) | (second >> 7);
  const explicitRate = ((second & 0x7f) << 17) | (third << 9) | (fourth << 1) | (fifth >> 7);
  const channelConfig = index === 15 ? (fifth >> 3) & 15 : (second >> 3) & 15;
  return {
    codec: "aac",
    config: config.slice(),
    sampleRateHz: index === 15 ? explicitRate : (AAC_RATES_HZ[index] ?? 0),
    channels: AAC_CHANNELS[channelConfig] || declaredChannels,
    ...(channelConfig === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {}),
  };
}

/** Descriptors of ISO/IEC 14496-1 §7.2.6: object type, and the decoder-specific bytes. */
function decoderConfig(esds: Uint8Array): { objectType: number; config: Uint8Array | null } {
  let objectType = 0;
  for (let at = 4; at < esds.length - 1; ) {
    const tag = esds[at++];
    let length = 0;
    for (let count = 0; count < 4 && at < esds.length; count++) {
      const byte = esds[at++] ?? 0;
      length = (length << 7) | (byte & 0x7f);
      if ((byte & 0x80) === 0) break;
    }
    if (tag === 3) at += 3;
    else if (tag === 4) {
      objectType = esds[at] ?? 0;
      at += 13;
    } else if (tag === 5) return { objectType, config: esds.subarray(at, at + length) };
    else at += length;
  }
  return { objectType, config: null };
}

function trackIdOf(track: Uint8Array): number {
  const tkhd = boxAlong(track, "tkhd");
  const at = tkhd?.[0] === 1 ? 20 : 12;
  return tkhd && tkhd.length >= at + 4 ? viewOf(tkhd).getUint32(at) : 0;
}

/** Default size of a fragment's access units; null if the file is not fragmented. */
function fragmentDefaultsOf(movie: Uint8Array, trackId: number): number | null {
  const extends_ = boxAlong(movie, "mvex");
  if (!extends_) return null;
  for (const box of boxesIn(extends_)) {
    if (box.type === "trex" && box.body.length >= 20 && viewOf(box.body).getUint32(4) === trackId) {
      return viewOf(box.body).getUint32(16);
    }
  }
  return 0;
}

function itunesTags(movie: Uint8Array): Uint8Array | null {
  const meta = boxAlong(movie, "udta meta");
  return meta ? boxAlong(meta.subarray(4), "ilst") : null;
}

function copies(boxes: Record<keyof Mp4Track["gapless"], Uint8Array | null>): Mp4Track["gapless"] {
  const present = Object.entries(boxes).filter((pair): pair is [string, Uint8Array] => pair[1] !== null);
  return Object.fromEntries(present.map(([name, body]) => [name, body.slice()]));
}
