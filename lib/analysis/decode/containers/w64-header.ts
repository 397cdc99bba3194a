import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { probeMpeg } from "./mpeg-frames";
import type { AudioProbe } from "./probe";
import { type SoundBytes, uncompressedProbe } from "./uncompressed";
import { readWavFormat } from "./wav-format";

const CHUNK_HEAD_BYTES = 24;
const MAX_CHUNKS = 4096;
const MOST_FORMAT_BYTES = 1024;

/** Sony's Wave64: chunks with 16-byte ids and 64-bit sizes that include their own header, aligned to eight bytes. */
export function probeW64(source: ByteSource): AudioProbe {
  let format: Uint8Array | null = null;
  let data: SoundBytes | null = null;
  let samples: number | null = null;
  let offset = 40;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const header = source.read(offset, CHUNK_HEAD_BYTES);
    const id = ascii(header, 0, 4);
    // Another file may be joined to this one.
    if (header.length < CHUNK_HEAD_BYTES || id === "riff" || !/^[\x20-\x7e]{4}$/.test(id)) break;
    const claimed = Number(viewOf(header).getBigUint64(16, true));
    const body = offset + CHUNK_HEAD_BYTES;
    const remaining = source.sizeBytes - body;
    if (id === "fmt ") format ??= source.read(body, Math.min(claimed - CHUNK_HEAD_BYTES, MOST_FORMAT_BYTES));
    if (id === "fact" && remaining >= 8) samples = Number(viewOf(source.read(body, 8)).getBigUint64(0, true));
    if (id === "data" && !data) {
      // A writer that could not go back leaves a size of nothing, or an impossible one.
      const isKnown = claimed > CHUNK_HEAD_BYTES && claimed < 2 ** 62;
      const sizeBytes = isKnown ? claimed - CHUNK_HEAD_BYTES : remaining;
      const lengthBytes = Math.min(sizeBytes, remaining);
      data = { offset: body, lengthBytes, missingBytes: sizeBytes - lengthBytes };
    }
    if (claimed < CHUNK_HEAD_BYTES) {
      // Only sound may have a size that nobody filled in.
      if (id === "data") offset = source.sizeBytes;
      break;
    }
    offset += Math.ceil(claimed / 8) * 8;
  }
  if (!format || format.length < 14) throw new AnalysisFailure("damaged_file", "no fmt chunk");
  if (!data || data.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const wav = readWavFormat(format, true);
  if (wav.encoding === "mpeg") {
    return { ...probeMpeg(source, data.offset, data.offset + data.lengthBytes), container: "w64" };
  }
  return uncompressedProbe(source, {
    ...wav,
    encoding: wav.encoding,
    container: "w64",
    samples,
    data,
    endOffset: Math.min(offset, source.sizeBytes),
  });
}
