import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { findAdtsFrames, probeAdts } from "./adts-frames";
import { probeAiff } from "./aiff-header";
import { ascii, type ByteSource } from "./byte-source";
import { isFlac, probeFlac } from "./flac-header";
import { endBeforeId3v1, skipId3 } from "./id3";
import { probeMp4 } from "./mp4-header";
import { findMpegFrames, probeMpeg } from "./mpeg-frames";
import { probeOgg } from "./ogg-header";
import { isOgg } from "./ogg-pages";
import { type AudioProbe, assertWithinBounds } from "./probe";
import { probeWav } from "./wav-header";

const MP4_FIRST_BOXES = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"]);

/** First bytes of audio formats that are known but not supported, so that the refusal does not say "not audio". */
const OTHER_AUDIO: readonly (readonly [string, number, string])[] = [
  ["ASF/WMA", 0, "\x30\x26\xb2\x75"],
  ["Matroska/WebM", 0, "\x1a\x45\xdf\xa3"],
  ["CAF", 0, "caff"],
  ["WavPack", 0, "wvpk"],
  ["Monkey's Audio", 0, "MAC "],
  ["Musepack", 0, "MPCK"],
  ["Musepack", 0, "MP+"],
  ["True Audio", 0, "TTA1"],
  ["DSF", 0, "DSD "],
  ["DSDIFF", 0, "FRM8"],
  ["MIDI", 0, "MThd"],
  ["AMR", 0, "#!AMR"],
  ["AU", 0, ".snd"],
  ["Wave64", 0, "riff\x2e\x91\xcf\x11"],
  ["AVI", 8, "AVI "],
  ["Sound Designer II", 0, "Sd2f"],
  ["8SVX", 8, "8SVX"],
];

/**
 * Tells from its content alone what a file is, and bounds what its headers claim before anything is decoded.
 * @throws AnalysisFailure `empty_file`, `not_audio`, `unsupported_format`, `damaged_file`, `no_samples`, `too_long`,
 * `too_many_channels` or `bad_sample_rate`
 */
export function probeAudio(source: ByteSource): AudioProbe {
  if (source.sizeBytes === 0) throw new AnalysisFailure("empty_file");
  return assertWithinBounds(probeContainer(source));
}

function probeContainer(source: ByteSource): AudioProbe {
  const start = skipId3(source);
  if (start >= source.sizeBytes) throw new AnalysisFailure("damaged_file", "ID3 tag runs past the end of the file");
  const head = source.read(start, 16);
  if (isFlac(head)) return probeFlac(source, start);
  // In practice no other container follows an ID3 tag, and its offsets would be wrong.
  if (start === 0) {
    const magic = ascii(head, 0, 4);
    const form = ascii(head, 8, 4);
    if ((magic === "RIFF" || magic === "RF64" || magic === "BW64") && form === "WAVE") return probeWav(source);
    if (magic === "FORM" && (form === "AIFF" || form === "AIFC")) return probeAiff(source);
    if (isOgg(head)) return probeOgg(source);
    if (MP4_FIRST_BOXES.has(ascii(head, 4, 4))) return probeMp4(source);
    const other = OTHER_AUDIO.find(([, offset, bytes]) => ascii(head, offset, bytes.length) === bytes);
    if (other) throw new AnalysisFailure("unsupported_format", other[0]);
  }
  return probeFrames(source, start);
}

/** Streams without a container are recognised by several frames that agree. The one found first wins. */
function probeFrames(source: ByteSource, start: number): AudioProbe {
  const end = endBeforeId3v1(source);
  const adts = findAdtsFrames(source, start, end);
  const mpeg = findMpegFrames(source, start, end);
  if (adts !== null && (mpeg === null || adts <= mpeg)) return probeAdts(source, adts, end);
  if (mpeg !== null) return probeMpeg(source, mpeg, end);
  throw new AnalysisFailure(start > 0 ? "damaged_file" : "not_audio", "no container and no frames");
}
