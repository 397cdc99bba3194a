import { ascii, type ByteReader, viewOf } from "./byte-reader";

/** One page of an Ogg file (RFC 3533 §6). */
export interface OggPage {
  offset: number;
  lengthBytes: number;
  /** Its first 27 bytes. */
  head: Uint8Array;
  serial: number;
  granule: bigint;
  isFirst: boolean;
  segments: number[];
  body: Uint8Array;
}

const HEAD_BYTES = 27;
const CONTINUED = 1;
const FIRST = 2;

/** Gives one page after the other from the beginning; null where none begins. */
export function pageReader(reader: ByteReader): () => Promise<OggPage | null> {
  let offset = 0;
  return async () => {
    const head = await reader.read(offset, HEAD_BYTES);
    if (head.length < HEAD_BYTES || ascii(head, 0, 4) !== "OggS" || head[4] !== 0) return null;
    const segments = [...(await reader.read(offset + HEAD_BYTES, head[26] as number))];
    const bodyBytes = segments.reduce((sum, length) => sum + length, 0);
    const body = await reader.read(offset + HEAD_BYTES + segments.length, bodyBytes);
    if (segments.length < (head[26] as number) || body.length < bodyBytes) return null;
    const view = viewOf(head);
    const lengthBytes = HEAD_BYTES + segments.length + bodyBytes;
    const page = {
      offset,
      lengthBytes,
      head: head.slice(),
      serial: view.getUint32(14, true),
      granule: view.getBigUint64(6, true),
      isFirst: ((head[5] as number) & FIRST) !== 0,
      segments,
      body: body.slice(),
    };
    offset += lengthBytes;
    return page;
  };
}

/** A page with another content, in the place of the old one. */
export function pageBytes(
  { head }: OggPage,
  content: { isContinued: boolean; granule: bigint; segments: readonly number[]; body: Uint8Array },
): Uint8Array {
  const { isContinued, granule, segments, body } = content;
  const bytes = Buffer.concat([head, Buffer.from(segments), body]);
  bytes[5] = ((head[5] as number) & ~CONTINUED) | (isContinued ? CONTINUED : 0);
  bytes.writeBigUInt64LE(granule, 6);
  bytes[26] = segments.length;
  bytes.writeUInt32LE(0, 22);
  bytes.writeUInt32LE(checksum(bytes), 22);
  return bytes;
}

const POLYNOMIAL = 0x04c11db7;
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = (value & 0x80000000 ? (value << 1) ^ POLYNOMIAL : value << 1) >>> 0;
  return value;
});

/** CRC-32 without reflection, with a zero in place of itself. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ (TABLE[((crc >>> 24) ^ byte) & 255] as number)) >>> 0;
  return crc;
}
