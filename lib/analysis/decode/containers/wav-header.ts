import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { type ChunkOptions, chunkFits, chunksFrom, endOfChunks } from "./chunks";
import { probeMpeg } from "./mpeg-frames";
import type { AudioProbe } from "./probe";
import { type SoundBytes, uncompressedProbe } from "./uncompressed";
import { readWavFormat } from "./wav-format";

const MOST_FORMAT_BYTES = 1024;
const SIZE_UNKNOWN = 0xffffffff;
/** Programs that write to a pipe leave a size a little below 2 or 4 GB. */
const PLACEHOLDER_BYTES = 8192;
const GIGABYTES_2 = 2 ** 31;
const GIGABYTES_4 = 2 ** 32;

const KNOWN = new Set([
  ...["fmt ", "data", "fact", "LIST", "bext", "cue ", "smpl", "inst", "acid", "JUNK", "junk", "PAD ", "FLLR", "ds64"],
  ...["iXML", "id3 ", "ID3 ", "PEAK", "plst", "labl", "note", "ltxt", "strc", "cart", "axml", "chna", "levl", "DISP"],
  ...["_PMX", "LGWV", "minf", "elm1", "regn", "umid", "SMED", "afsp", "Cr8r", "tlst", "AFAn", "wavl", "slnt", "ResU"],
]);

/**
 * RIFF, RIFX (the same in big-endian order), RF64 and BW64. Sizes beyond the end of the file are cut: a truncated file
 * is read as far as it goes.
 */
export function probeWav(source: ByteSource): AudioProbe {
  const littleEndian = ascii(source.read(0, 4), 0, 4) !== "RIFX";
  const { format, data, samples, isBroken } = findChunks(source, littleEndian);
  if (!format || format.length < 14) throw new AnalysisFailure("damaged_file", "no fmt chunk");
  if (!data && isBroken) throw new AnalysisFailure("damaged_file", "a chunk before the sound runs past the end");
  if (!data || data.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const wav = readWavFormat(format, littleEndian);
  if (wav.encoding === "mpeg") {
    return { ...probeMpeg(source, data.offset, data.offset + data.lengthBytes), container: "wav" };
  }
  const endOffset = endOfChunks(source, data.offset + data.lengthBytes, { littleEndian, known: KNOWN });
  return uncompressedProbe(source, { ...wav, encoding: wav.encoding, container: "wav", samples, data, endOffset });
}

interface WavChunks {
  format: Uint8Array | null;
  data: SoundBytes | null;
  /** Samples a channel according to `fact`. It counts for compressed formats only. */
  samples: number | null;
  /** Whether a chunk reaches beyond the end of the file. */
  isBroken: boolean;
}

function findChunks(source: ByteSource, littleEndian: boolean): WavChunks {
  const found: WavChunks = { format: null, data: null, samples: null, isBroken: false };
  let longDataBytes: number | null = null;
  const options: ChunkOptions = {
    littleEndian,
    known: KNOWN,
    sizeOf: ({ id, bodyOffset, sizeBytes }) =>
      id === "data" ? dataSize(source, bodyOffset, sizeBytes, { longDataBytes, littleEndian }) : sizeBytes,
  };
  for (const { id, bodyOffset, sizeBytes } of chunksFrom(source, 12, options)) {
    if (id === "fmt " && !found.format) found.format = source.read(bodyOffset, Math.min(sizeBytes, MOST_FORMAT_BYTES));
    if (id === "ds64") longDataBytes = longSize(source.read(bodyOffset, 16));
    if (id === "fact" && sizeBytes >= 4) found.samples = viewOf(source.read(bodyOffset, 4)).getUint32(0, littleEndian);
    if (id === "data" && !found.data) {
      const lengthBytes = Math.min(sizeBytes, source.sizeBytes - bodyOffset);
      found.data = { offset: bodyOffset, lengthBytes, missingBytes: sizeBytes - lengthBytes };
    }
    found.isBroken = bodyOffset + sizeBytes > source.sizeBytes;
    if (found.format && found.data) break;
  }
  return found;
}

function longSize(ds64: Uint8Array): number | null {
  return ds64.length >= 16 ? Number(viewOf(ds64).getBigUint64(8, true)) : null;
}

/** How long the sound is, where the 32 bits of its chunk cannot say so. */
function dataSize(
  source: ByteSource,
  body: number,
  claimed: number,
  { longDataBytes, littleEndian }: { longDataBytes: number | null; littleEndian: boolean },
): number {
  const remaining = source.sizeBytes - body;
  if (claimed === SIZE_UNKNOWN && longDataBytes) return longDataBytes;
  // A recorder that lost power leaves a size of zero before the sound. A real chunk there would fit into the file.
  if (claimed === 0 && !chunkFits(source, body, littleEndian)) return remaining;
  const isPlaceholder = claimed % GIGABYTES_2 >= GIGABYTES_2 - PLACEHOLDER_BYTES;
  if (isPlaceholder && claimed > remaining) return remaining;
  // Some programs go on beyond 4 GB although the size does not.
  const isWrapped = remaining - claimed >= GIGABYTES_4 && !chunkFits(source, body + claimed, littleEndian);
  return isWrapped ? claimed + Math.floor((remaining - claimed) / GIGABYTES_4) * GIGABYTES_4 : claimed;
}
