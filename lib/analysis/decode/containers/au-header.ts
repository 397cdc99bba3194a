import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import type { PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";
import { uncompressedProbe } from "./uncompressed";

const HEADER_BYTES = 24;
const SIZE_UNKNOWN = 0xffffffff;

/** Sun's and NeXT's AU (`.au`, `.snd`), big-endian, or little-endian as DEC wrote it. */
export function probeAu(source: ByteSource): AudioProbe {
  const header = source.read(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) throw new AnalysisFailure("damaged_file", "no AU header");
  const littleEndian = ascii(header, 0, 4) === "dns.";
  const fields = viewOf(header);
  const offset = Math.max(HEADER_BYTES, fields.getUint32(4, littleEndian));
  const claimed = fields.getUint32(8, littleEndian);
  const remaining = source.sizeBytes - offset;
  if (remaining <= 0) throw new AnalysisFailure("no_samples");
  // An unfinished recording says zero.
  const known = claimed !== SIZE_UNKNOWN && claimed !== 0;
  const lengthBytes = known ? Math.min(claimed, remaining) : remaining;
  return uncompressedProbe(source, {
    container: "au",
    encoding: auEncoding(fields.getUint32(12, littleEndian), littleEndian),
    sampleRateHz: fields.getUint32(16, littleEndian),
    channels: fields.getUint32(20, littleEndian),
    samples: null,
    data: { offset, lengthBytes, missingBytes: known ? claimed - lengthBytes : 0 },
    endOffset: offset + lengthBytes,
  });
}

const OTHER_ENCODINGS: Record<number, FoundFormat> = { 23: "g72x", 24: "g72x", 25: "g72x", 26: "g72x", 28: "rare-au" };

function auEncoding(code: number, littleEndian: boolean): PcmEncoding {
  switch (code) {
    case 1:
      return { kind: "mulaw", bytes: 1 };
    case 27:
      return { kind: "alaw", bytes: 1 };
    case 2:
    case 3:
    case 4:
    case 5:
      return { kind: "integer", bytes: (code - 1) as 1 | 2 | 3 | 4, littleEndian, signed: true };
    case 6:
    case 7:
      return { kind: "float", bytes: code === 6 ? 4 : 8, littleEndian };
    default:
      throw unsupported(OTHER_ENCODINGS[code] ?? "rare-au", `AU encoding ${code}`);
  }
}
