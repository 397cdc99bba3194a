import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { boxAlong, boxesIn, topLevelBoxes } from "./mp4-boxes";
import { readSampleEntry, type SampleEntry } from "./mp4-entry";
import { type Mp4Track, readUnits } from "./mp4-track";
import type { AudioProbe } from "./probe";

const MAX_HEADER_BYTES = 64 * 1024 * 1024;

/**
 * @throws AnalysisFailure `damaged_file` without a usable header, `unsupported_format` for other codecs, `not_audio` for
 * a video without sound
 */
export function probeMp4(source: ByteSource): AudioProbe {
  const movie = readMovie(source);
  const { track, entry, others } = findAudioTrack(movie);
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
    endOffset: movieEnd(source),
    layout: {
      format: "mp4",
      track: {
        codec: entry.codec,
        config: entry.config,
        unitSamples: entry.unitSamples,
        gapless: copies({
          elst: boxAlong(track, "edts elst"),
          mdhd,
          stts: boxAlong(stbl, "stts"),
          mvhd: boxAlong(movie, "mvhd"),
          ilst: itunesTags(movie),
        }),
        units,
        trackId: trackIdOf(track),
        ...(others.length > 0 ? { otherTracks: others.map(secondsOf) } : {}),
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

/** Where the last box ends, or where another file begins that was joined to this one. */
function movieEnd(source: ByteSource): number {
  let end = 0;
  for (const box of topLevelBoxes(source)) {
    if (!/^[\x20-\x7e\xa9]{4}$/.test(box.type) || (box.type === "ftyp" && end > 0)) break;
    end = box.endOffset;
  }
  return Math.min(end, source.sizeBytes);
}

interface AudioTrack {
  track: Uint8Array;
  entry: SampleEntry;
  /** All other sound tracks. */
  others: Uint8Array[];
}

function findAudioTrack(movie: Uint8Array): AudioTrack {
  let found: AudioTrack | null = null;
  const others: Uint8Array[] = [];
  let refused: AnalysisFailure | null = null;
  let hasPicture = false;
  for (const box of boxesIn(movie)) {
    if (box.type !== "trak") continue;
    const handler = boxAlong(box.body, "mdia hdlr");
    const kind = handler ? ascii(handler, 8, 4) : "";
    hasPicture ||= kind === "vide";
    if (kind !== "soun") continue;
    const entry = readSampleEntry(boxAlong(box.body, "mdia minf stbl stsd"));
    if (found || entry instanceof AnalysisFailure) others.push(box.body);
    else found = { track: box.body, entry, others };
    if (entry instanceof AnalysisFailure) refused ??= entry;
  }
  if (found) return found;
  if (refused) throw refused;
  throw new AnalysisFailure("not_audio", "no audio track", {
    found: hasPicture ? "video-without-sound" : undefined,
  });
}

/** Length of a track according to its media header (ISO/IEC 14496-12 §8.4.2). */
function secondsOf(track: Uint8Array): number | null {
  const mdhd = boxAlong(track, "mdia mdhd");
  const at = mdhd?.[0] === 1 ? 20 : 12;
  if (!mdhd || mdhd.length < at + 12) return null;
  const view = viewOf(mdhd);
  const duration = at === 20 ? Number(view.getBigUint64(at + 4)) : view.getUint32(at + 4);
  return view.getUint32(at) > 0 && duration > 0 ? duration / view.getUint32(at) : null;
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
