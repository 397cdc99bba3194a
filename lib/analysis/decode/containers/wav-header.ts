import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { probeMpeg } from "./mpeg-frames";
import { codecName, type PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";

const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_ALAW = 6;
const FORMAT_MULAW = 7;
const FORMAT_MP3 = 0x55;
const FORMAT_EXTENSIBLE = 0xfffe;
const MAX_CHUNKS = 4096;
const SIZE_UNKNOWN = 0xffffffff;

interface WavChunks {
  format: Uint8Array | null;
  data: { offset: number; lengthBytes: number } | null;
}

/** RIFF, RF64 and BW64. Sizes beyond the end of the file are cut: a truncated file is read as far as it goes. */
export function probeWav(source: ByteSource): AudioProbe {
  const { format, data } = findChunks(source);
  if (!format || format.length < 14) throw new AnalysisFailure("damaged_file", "no fmt chunk");
  if (!data || data.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const fields = viewOf(format);
  const channels = fields.getUint16(2, true);
  const sampleRateHz = fields.getUint32(4, true);
  const blockBytes = fields.getUint16(12, true);
  const bits = format.length >= 16 ? fields.getUint16(14, true) : 8;
  let tag = fields.getUint16(0, true);
  let speakers = 0;
  if (tag === FORMAT_EXTENSIBLE && format.length >= 26) {
    speakers = fields.getUint32(20, true);
    tag = fields.getUint16(24, true);
  }
  if (tag === FORMAT_MP3) {
    return { ...probeMpeg(source, data.offset, data.offset + data.lengthBytes), container: "wav" };
  }
  const encoding = wavEncoding(tag, bits, channels > 0 ? blockBytes / channels : 0);
  const frameBytes = encoding.bytes * channels;
  const frames = frameBytes > 0 ? Math.floor(data.lengthBytes / frameBytes) : 0;
  if (channels > 0 && frames === 0) throw new AnalysisFailure("no_samples");
  return {
    container: "wav",
    codec: codecName(encoding),
    sampleRateHz,
    channels,
    ...(speakers === 0 ? {} : { speakers }),
    declaredSeconds: sampleRateHz > 0 ? frames / sampleRateHz : null,
    fileBytes: source.sizeBytes,
    layout: { format: "pcm", encoding, frameBytes, offset: data.offset, lengthBytes: frames * frameBytes },
  };
}

function findChunks(source: ByteSource): WavChunks {
  const found: WavChunks = { format: null, data: null };
  let longDataBytes: number | null = null;
  let offset = 12;
  for (let count = 0; count < MAX_CHUNKS && offset + 8 <= source.sizeBytes; count++) {
    const header = source.read(offset, 8);
    const id = ascii(header, 0, 4);
    let sizeBytes = viewOf(header).getUint32(4, true);
    const body = offset + 8;
    if (id === "fmt " && !found.format) found.format = source.read(body, Math.min(sizeBytes, 64));
    if (id === "ds64") longDataBytes = longSize(source.read(body, 16));
    if (id === "data" && !found.data) {
      const remaining = source.sizeBytes - body;
      if (sizeBytes === SIZE_UNKNOWN) sizeBytes = longDataBytes ?? remaining;
      if (sizeBytes === 0 && !chunkFollows(source, body)) sizeBytes = remaining;
      found.data = { offset: body, lengthBytes: Math.min(sizeBytes, remaining) };
    }
    if (found.format && found.data) break;
    offset = body + sizeBytes + (sizeBytes % 2);
  }
  return found;
}

function longSize(ds64: Uint8Array): number | null {
  return ds64.length >= 16 ? Number(viewOf(ds64).getBigUint64(8, true)) : null;
}

/** A recorder that lost power leaves a data size of zero before the sound. A real chunk there would fit into the file. */
function chunkFollows(source: ByteSource, offset: number): boolean {
  const header = source.read(offset, 8);
  if (header.length < 8) return true;
  return (
    /^[\x20-\x7e]{4}$/.test(ascii(header, 0, 4)) && offset + 8 + viewOf(header).getUint32(4, true) <= source.sizeBytes
  );
}

function wavEncoding(tag: number, bits: number, blockSampleBytes: number): PcmEncoding {
  const bytes =
    Number.isInteger(blockSampleBytes) && blockSampleBytes * 8 >= bits ? blockSampleBytes : Math.ceil(bits / 8);
  if (tag === FORMAT_PCM && bits > 0 && (bytes === 1 || bytes === 2 || bytes === 3 || bytes === 4)) {
    return { kind: "integer", bytes, littleEndian: true, signed: bytes > 1 };
  }
  if (tag === FORMAT_FLOAT && (bytes === 4 || bytes === 8)) return { kind: "float", bytes, littleEndian: true };
  if (tag === FORMAT_ALAW) return { kind: "alaw", bytes: 1 };
  if (tag === FORMAT_MULAW) return { kind: "mulaw", bytes: 1 };
  const damaged = tag === FORMAT_PCM || tag === FORMAT_FLOAT || tag === 0;
  throw new AnalysisFailure(damaged ? "damaged_file" : "unsupported_format", `WAV format ${tag}, ${bits} bits`);
}
