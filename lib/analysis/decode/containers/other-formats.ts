import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { ascii } from "./byte-source";

/** Offset and first bytes of formats that are known but not read. */
type Signature = readonly [found: FoundFormat, offset: number, bytes: string];

const OTHER_SOUND: readonly Signature[] = [
  ["wma", 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"],
  ["matroska", 0, "\x1a\x45\xdf\xa3"],
  ["avi", 8, "AVI "],
  ["flv", 0, "FLV\x01"],
  ["mpeg-video", 0, "\x00\x00\x01\xba"],
  ["mpeg-video", 0, "\x00\x00\x01\xb3"],
  ["realaudio", 0, ".RMF"],
  ["realaudio", 0, ".ra\xfd"],
  ["wavpack", 0, "wvpk"],
  ["monkeys-audio", 0, "MAC "],
  ["musepack", 0, "MPCK"],
  ["musepack", 0, "MP+"],
  ["true-audio", 0, "TTA1"],
  ["true-audio", 0, "TTA2"],
  ["optimfrog", 0, "OFR "],
  ["shorten", 0, "ajkg"],
  ["tak", 0, "tBaK"],
  ["dsd", 0, "DSD "],
  ["dsd", 0, "FRM8"],
  ["amr", 0, "#!AMR"],
  ["ac3", 0, "\x0b\x77"],
  ["dts", 0, "\x7f\xfe\x80\x01"],
  ["sound-designer", 0, "Sd2f"],
  ["8svx", 8, "8SVX"],
  ["8svx", 8, "16SV"],
  ["voc", 0, "Creative Voice File"],
  ["rex", 8, "REX2"],
  ["rex", 0, "CAT "],
  ["module", 0, "IMPM"],
  ["module", 0, "Extended Module: "],
  ["module", 44, "SCRM"],
  ["module", 1080, "M.K."],
  ["midi", 0, "MThd"],
  ["midi", 8, "RMID"],
];

const NO_SOUND: readonly Signature[] = [
  ["archive", 0, "PK\x03\x04"],
  ["archive", 0, "Rar!\x1a\x07"],
  ["archive", 0, "7z\xbc\xaf\x27\x1c"],
  ["archive", 0, "\x1f\x8b\x08"],
  ["archive", 257, "ustar"],
  ["picture", 0, "\x89PNG\r\n\x1a\n"],
  ["picture", 0, "\xff\xd8\xff"],
  ["picture", 0, "GIF8"],
  ["picture", 8, "WEBP"],
  ["document", 0, "%PDF-"],
];

/** Enough for every signature above. */
export const SIGNATURE_BYTES = 1200;

const TRANSPORT_PACKET_BYTES = 188;
const WEB_PAGE = /^[\s\ufeff\xef\xbb\xbf]*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i;

/**
 * A file that begins in a way that is known and not read.
 * @throws AnalysisFailure `unsupported_format`, or `not_audio` for what holds no sound
 */
export function refuseOtherFormats(head: Uint8Array): void {
  const matches = ([, offset, bytes]: Signature) => ascii(head, offset, bytes.length) === bytes;
  const other = OTHER_SOUND.find(matches);
  if (other) throw unsupported(other[0]);
  const isTransport = [0, 1, 2].every((packet) => head[packet * TRANSPORT_PACKET_BYTES] === 0x47);
  if (isTransport) throw unsupported("mpeg-video", "MPEG transport stream");
  const silent = NO_SOUND.find(matches)?.[0] ?? (WEB_PAGE.test(ascii(head, 0, 512)) ? "web-page" : null);
  if (silent) throw new AnalysisFailure("not_audio", silent, { found: silent });
}
