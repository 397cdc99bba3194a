import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { type ChunkOptions, chunkFits, chunksFrom, endOfChunks } from "./chunks";
import { type AdpcmEncoding, ima4Encoding, isAdpcm, type PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";
import { type SoundBytes, uncompressedProbe } from "./uncompressed";

const KNOWN = new Set([
  ...["COMM", "SSND", "MARK", "INST", "MIDI", "AESD", "APPL", "COMT", "NAME", "AUTH", "(c) ", "ANNO", "FVER", "SAXL"],
  ...["ID3 ", "CHAN", "basc", "trns", "cate", "strs", "PEAK", "LGWV", "JUNK", "FLLR"],
]);

/** AIFF and AIFF-C. As with WAV, anything the header claims beyond the end of the file is ignored. */
export function probeAiff(source: ByteSource): AudioProbe {
  const { common, sound } = findChunks(source);
  if (!common || common.length < 18) throw new AnalysisFailure("damaged_file", "no COMM chunk");
  const fields = viewOf(common);
  const channels = fields.getUint16(0);
  const sampleRateHz = Math.round(extendedFloat(common.subarray(8, 18)));
  const compression = common.length >= 22 ? ascii(common, 18, 4) : "NONE";
  const encoding = aiffEncoding(compression, Math.ceil(fields.getUint16(6) / 8), channels);
  if (!sound || sound.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const data = isAdpcm(encoding) ? sound : upToCount(sound, fields.getUint32(2), encoding.bytes * channels);
  const end = sound.offset + sound.lengthBytes;
  const endOffset = endOfChunks(source, end, { littleEndian: false, known: KNOWN });
  return uncompressedProbe(source, {
    container: "aiff",
    encoding,
    channels,
    sampleRateHz,
    samples: null,
    data,
    endOffset,
  });
}

/** A chunk may be longer than its count of frames by a little padding. Much more than that is sound that nobody counted. */
const PADDING_FRAMES = 64;

function upToCount(sound: SoundBytes, frames: number, frameBytes: number): SoundBytes {
  const counted = frames * frameBytes;
  const isPadded = sound.lengthBytes > counted && sound.lengthBytes <= counted + PADDING_FRAMES * frameBytes;
  return frames > 0 && isPadded ? { ...sound, lengthBytes: counted } : sound;
}

function findChunks(source: ByteSource) {
  let common: Uint8Array | null = null;
  let sound: SoundBytes | null = null;
  const options: ChunkOptions = {
    littleEndian: false,
    known: KNOWN,
    // A recorder that was interrupted leaves sizes of zero, or of an empty chunk, before the sound.
    sizeOf: ({ id, bodyOffset, sizeBytes }) =>
      id === "SSND" && sizeBytes <= 8 && !chunkFits(source, bodyOffset + sizeBytes, false)
        ? source.sizeBytes - bodyOffset
        : sizeBytes,
  };
  for (const { id, bodyOffset, sizeBytes } of chunksFrom(source, 12, options)) {
    if (id === "COMM") common ??= source.read(bodyOffset, Math.min(sizeBytes, 64));
    if (id === "SSND" && !sound && bodyOffset + 8 <= source.sizeBytes) {
      const offset = bodyOffset + 8 + viewOf(source.read(bodyOffset, 4)).getUint32(0);
      const end = Math.min(bodyOffset + sizeBytes, source.sizeBytes);
      const missingBytes = Math.max(0, bodyOffset + sizeBytes - source.sizeBytes);
      sound = { offset, lengthBytes: end - offset, missingBytes: sizeBytes >= PLACEHOLDER_BYTES ? 0 : missingBytes };
    }
    if (common && sound) break;
  }
  return { common, sound };
}

/** Programs that write to a pipe claim about two or four gigabytes. */
const PLACEHOLDER_BYTES = 0x7f000000;

/** Codecs of old Macintosh recordings and of QuickTime that are known by name but not read. */
const OTHER_COMPRESSIONS: Record<string, FoundFormat> = {
  MAC3: "mace",
  MAC6: "mace",
  QDMC: "qdesign",
  QDM2: "qdesign",
  Qclp: "qdesign",
  agsm: "gsm",
  "GSM ": "gsm",
  G722: "g72x",
};

function aiffEncoding(compression: string, bytes: number, channels: number): PcmEncoding | AdpcmEncoding {
  const isInteger = bytes === 1 || bytes === 2 || bytes === 3 || bytes === 4;
  switch (compression) {
    case "NONE":
    case "twos":
      if (isInteger) return { kind: "integer", bytes, littleEndian: false, signed: true };
      throw new AnalysisFailure("damaged_file", `AIFF with ${bytes} bytes a sample`);
    case "sowt":
      if (isInteger) return { kind: "integer", bytes, littleEndian: true, signed: true };
      throw new AnalysisFailure("damaged_file", `AIFF-C with ${bytes} bytes a sample`);
    case "raw ":
      return { kind: "integer", bytes: 1, littleEndian: false, signed: false };
    case "in24":
    case "42ni":
      return { kind: "integer", bytes: 3, littleEndian: compression === "42ni", signed: true };
    case "in32":
    case "23ni":
      return { kind: "integer", bytes: 4, littleEndian: compression === "23ni", signed: true };
    case "fl32":
    case "FL32":
      return { kind: "float", bytes: 4, littleEndian: false };
    case "fl64":
    case "FL64":
      return { kind: "float", bytes: 8, littleEndian: false };
    case "ulaw":
    case "ULAW":
      return { kind: "mulaw", bytes: 1 };
    case "alaw":
    case "ALAW":
      return { kind: "alaw", bytes: 1 };
    case "ima4":
      return ima4Encoding(channels);
    default:
      throw unsupported(
        OTHER_COMPRESSIONS[compression] ?? "rare-aiff",
        `AIFF-C compression ${JSON.stringify(compression)}`,
      );
  }
}

/** IEEE 754 80-bit extended, big-endian; 0 for anything that cannot be a sample rate. */
function extendedFloat(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const exponent = view.getUint16(0) & 0x7fff;
  const mantissa = view.getUint32(2) * 2 ** 32 + view.getUint32(6);
  if ((view.getUint16(0) & 0x8000) !== 0 || exponent === 0x7fff) return 0;
  return mantissa * 2 ** (exponent - 16383 - 63);
}
