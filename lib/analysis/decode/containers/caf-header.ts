import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import { ascii, type ByteSource, viewOf } from "./byte-source";
import { aacEntry, alacEntry } from "./mp4-entry";
import { ima4Encoding, type PcmEncoding } from "./pcm-encoding";
import type { AudioProbe } from "./probe";
import { type SoundBytes, uncompressedProbe } from "./uncompressed";

const CHUNK_HEAD_BYTES = 12;
const DESCRIPTION_BYTES = 32;
/** The sound's chunk begins with a count of edits. */
const EDIT_COUNT_BYTES = 4;
const PACKETS_HEAD_BYTES = 24;
const MAX_CHUNKS = 4096;
const MOST_TABLE_BYTES = 64 * 1024 * 1024;
const MOST_COOKIE_BYTES = 4096;
const IS_FLOAT = 1;
const IS_LITTLE_ENDIAN = 2;

interface CafChunks {
  description: Uint8Array | null;
  data: SoundBytes | null;
  cookie: Uint8Array | null;
  packets: Uint8Array | null;
  endOffset: number;
}

/** Apple's Core Audio Format: uncompressed, ADPCM, AAC or Apple Lossless, as loops have it. */
export function probeCaf(source: ByteSource): AudioProbe {
  const { description, data, cookie, packets, endOffset } = findChunks(source);
  if (!description || description.length < DESCRIPTION_BYTES)
    throw new AnalysisFailure("damaged_file", "no description");
  if (!data || data.lengthBytes <= 0) throw new AnalysisFailure("no_samples");
  const fields = viewOf(description);
  const format = ascii(description, 8, 4);
  const sampleRateHz = Math.round(fields.getFloat64(0));
  const channels = fields.getUint32(24);
  if (format === "aac " || format === "alac") {
    const found = format === "alac" ? alacEntry(alacCookie(cookie)) : aacEntry(cookie, channels);
    if (found instanceof AnalysisFailure) throw found;
    return packetProbe(source, { entry: found, data, packets, endOffset, packetBytes: fields.getUint32(16) });
  }
  const flags = fields.getUint32(12);
  const encoding =
    format === "ima4"
      ? ima4Encoding(channels)
      : cafEncoding(format, flags, fields.getUint32(28), fields.getUint32(16) / channels);
  const samples = packets && packets.length >= PACKETS_HEAD_BYTES ? Number(viewOf(packets).getBigUint64(8)) : null;
  return uncompressedProbe(source, { container: "caf", encoding, channels, sampleRateHz, samples, data, endOffset });
}

function findChunks(source: ByteSource): CafChunks {
  const found: CafChunks = { description: null, data: null, cookie: null, packets: null, endOffset: 8 };
  let offset = 8;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const header = source.read(offset, CHUNK_HEAD_BYTES);
    const id = ascii(header, 0, 4);
    if (header.length < CHUNK_HEAD_BYTES || !/^[\x20-\x7e]{4}$/.test(id) || id === "caff") break;
    const body = offset + CHUNK_HEAD_BYTES;
    const remaining = source.sizeBytes - body;
    const claimed = Number(viewOf(header).getBigInt64(4));
    // A recorder that could not go back leaves −1, or zero.
    const isUnknown = id === "data" && claimed <= EDIT_COUNT_BYTES;
    const sizeBytes = isUnknown ? remaining : claimed;
    if (sizeBytes < 0) break;
    const part = (most: number) => source.read(body, Math.min(sizeBytes, most));
    if (id === "desc") found.description ??= part(DESCRIPTION_BYTES);
    if (id === "kuki") found.cookie ??= part(MOST_COOKIE_BYTES);
    if (id === "pakt") found.packets ??= part(MOST_TABLE_BYTES);
    if (id === "data") {
      const lengthBytes = Math.min(sizeBytes, remaining);
      const missingBytes = sizeBytes - lengthBytes;
      found.data ??= { offset: body + EDIT_COUNT_BYTES, lengthBytes: lengthBytes - EDIT_COUNT_BYTES, missingBytes };
    }
    offset = body + sizeBytes;
    found.endOffset = Math.min(offset, source.sizeBytes);
  }
  return found;
}

function cafEncoding(format: string, flags: number, bits: number, frameSampleBytes: number): PcmEncoding {
  const littleEndian = (flags & IS_LITTLE_ENDIAN) !== 0;
  const bytes =
    Number.isInteger(frameSampleBytes) && frameSampleBytes * 8 >= bits ? frameSampleBytes : Math.ceil(bits / 8);
  if (format === "ulaw") return { kind: "mulaw", bytes: 1 };
  if (format === "alaw") return { kind: "alaw", bytes: 1 };
  if (format === "lpcm" && flags & IS_FLOAT && (bytes === 4 || bytes === 8))
    return { kind: "float", bytes, littleEndian };
  if (format === "lpcm" && !(flags & IS_FLOAT) && (bytes === 1 || bytes === 2 || bytes === 3 || bytes === 4)) {
    return { kind: "integer", bytes, littleEndian, signed: true };
  }
  if (format === "lpcm") throw new AnalysisFailure("damaged_file", `CAF with ${bits} bits`);
  throw unsupported("rare-caf", `CAF with ${JSON.stringify(format)}`);
}

interface Packets {
  entry: Exclude<ReturnType<typeof alacEntry>, AnalysisFailure>;
  data: SoundBytes;
  packets: Uint8Array | null;
  /** Size of each packet; 0 if the table says. */
  packetBytes: number;
  endOffset: number;
}

function packetProbe(source: ByteSource, { entry, data, packets, packetBytes, endOffset }: Packets): AudioProbe {
  if (!packets || packets.length < PACKETS_HEAD_BYTES) throw new AnalysisFailure("damaged_file", "no packet table");
  const fields = viewOf(packets);
  const sizes = packetSizes(packets, Number(fields.getBigUint64(0)), packetBytes);
  const validSamples = Number(fields.getBigUint64(8));
  const held = sizes.length * entry.unitSamples;
  const isCounted = validSamples > 0 && validSamples <= held;
  const start = fields.getUint32(16) / entry.sampleRateHz;
  return {
    container: "caf",
    codec: entry.codec,
    sampleRateHz: entry.sampleRateHz,
    channels: entry.channels,
    ...(entry.speakers ? { speakers: entry.speakers } : {}),
    declaredSeconds: held / entry.sampleRateHz,
    fileBytes: source.sizeBytes,
    endOffset,
    layout: {
      format: "mp4",
      track: {
        codec: entry.codec,
        config: entry.config,
        unitSamples: entry.unitSamples,
        gapless: {},
        ...(isCounted ? { window: { start, duration: validSamples / entry.sampleRateHz } } : {}),
        units: {
          count: sizes.length,
          sizes,
          chunkOffsets: Float64Array.of(data.offset),
          unitsPerChunk: Uint32Array.of(1, sizes.length),
        },
        trackId: 0,
        defaultUnitBytes: 0,
      },
    },
  };
}

/** Numbers of seven bits a byte, the highest first. The table ends where the file does, whatever its count says. */
function packetSizes(packets: Uint8Array, count: number, packetBytes: number): Uint32Array {
  const most = packetBytes > 0 ? count : Math.min(count, packets.length - PACKETS_HEAD_BYTES);
  if (!(most > 0) || most > MOST_TABLE_BYTES) throw new AnalysisFailure("damaged_file", `${count} packets`);
  const sizes = new Uint32Array(most);
  if (packetBytes > 0) return sizes.fill(packetBytes);
  let at = PACKETS_HEAD_BYTES;
  let filled = 0;
  while (filled < most && at < packets.length) {
    let size = 0;
    for (let length = 0; length < 5 && at < packets.length; length++) {
      const byte = packets[at++] as number;
      size = size * 128 + (byte & 127);
      if (byte < 128) break;
    }
    sizes[filled++] = size;
  }
  return sizes.subarray(0, filled);
}

/** Some programs wrap the configuration in two atoms. */
function alacCookie(cookie: Uint8Array | null): Uint8Array | null {
  return cookie && ascii(cookie, 4, 4) === "frma" ? cookie.subarray(24) : cookie;
}
