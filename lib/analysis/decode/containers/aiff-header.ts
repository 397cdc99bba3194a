import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { codecName, type PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";

const MAX_CHUNKS = 4096;

/** AIFF and AIFF-C. As with WAV, anything the header claims beyond the end of the file is ignored. */
export function probeAiff(source: ByteSource): AudioProbe {
  const { common, sound } = findChunks(source);
  if (!common || common.length < 18) throw new AnalysisFailure("damaged_file", "no COMM chunk");
  const fields = viewOf(common);
  const channels = fields.getUint16(0);
  const sampleRateHz = Math.round(extendedFloat(common.subarray(8, 18)));
  const compression = common.length >= 22 ? ascii(common, 18, 4) : "NONE";
  const encoding = aiffEncoding(compression, Math.ceil(fields.getUint16(6) / 8));
  if (!sound || sound.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const frameBytes = encoding.bytes * channels;
  const held = frameBytes > 0 ? Math.floor(sound.lengthBytes / frameBytes) : 0;
  // A recorder that was interrupted leaves a count of zero, with the sound after it.
  const frames = Math.min(held, fields.getUint32(2) || held);
  if (channels > 0 && frames === 0) throw new AnalysisFailure("no_samples");
  return {
    container: "aiff",
    codec: codecName(encoding),
    sampleRateHz,
    channels,
    declaredSeconds: sampleRateHz > 0 ? frames / sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "pcm", encoding, frameBytes, offset: sound.offset, lengthBytes: frames * frameBytes },
  };
}

function findChunks(source: ByteSource) {
  let common: Uint8Array | null = null;
  let sound: { offset: number; lengthBytes: number } | null = null;
  let offset = 12;
  for (let count = 0; count < MAX_CHUNKS && offset + 8 <= source.sizeBytes && !(common && sound); count++) {
    const header = source.read(offset, 16);
    const id = ascii(header, 0, 4);
    const sizeBytes = viewOf(header).getUint32(4);
    const body = offset + 8;
    if (id === "COMM") common = source.read(body, Math.min(sizeBytes, 64));
    if (id === "SSND" && header.length === 16) {
      const start = body + 8 + viewOf(header).getUint32(8);
      sound = { offset: start, lengthBytes: Math.min(body + sizeBytes, source.sizeBytes) - start };
    }
    offset = body + sizeBytes + (sizeBytes % 2);
  }
  return { common, sound };
}

function aiffEncoding(compression: string, bytes: number): PcmEncoding {
  const integer = bytes === 1 || bytes === 2 || bytes === 3 || bytes === 4 ? bytes : null;
  switch (compression) {
    case "NONE":
    case "twos":
      if (integer) return { kind: "integer", bytes: integer, littleEndian: false, signed: true };
      throw new AnalysisFailure("damaged_file", `AIFF with ${bytes} bytes a sample`);
    case "sowt":
      if (integer) return { kind: "integer", bytes: integer, littleEndian: true, signed: true };
      throw new AnalysisFailure("damaged_file", `AIFF-C with ${bytes} bytes a sample`);
    case "raw ":
      return { kind: "integer", bytes: 1, littleEndian: false, signed: false };
    case "in24":
      return { kind: "integer", bytes: 3, littleEndian: false, signed: true };
    case "in32":
      return { kind: "integer", bytes: 4, littleEndian: false, signed: true };
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
    default:
      throw new AnalysisFailure("unsupported_format", `AIFF-C compression ${JSON.stringify(compression)}`);
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
