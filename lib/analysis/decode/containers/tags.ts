import { ascii, type ByteSource, viewOf } from "./byte-source";

const MOST_TAGS = 64;
const ID3V1_BYTES = 128;
const APE_BYTES = 32;

/** Where the tag that begins at `offset` ends: ID3v2, APE, or the fixed 128 bytes of ID3v1. Null if none does. */
export function tagEndAt(source: ByteSource, offset: number): number | null {
  const header = source.read(offset, APE_BYTES);
  if (ascii(header, 0, 3) === "ID3" && header.length >= 10) {
    const [, , , , , flags = 0, a = 0, b = 0, c = 0, d = 0] = header;
    if ((a | b | c | d) & 0x80) return null;
    return offset + 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (flags & 0x10 ? 10 : 0);
  }
  if (ascii(header, 0, 8) === "APETAGEX" && header.length === APE_BYTES) {
    // The size counts what follows the header, footer included. A footer alone is only itself.
    const isHeader = (viewOf(header).getUint32(20, true) & 0x20000000) !== 0;
    return offset + APE_BYTES + (isHeader ? viewOf(header).getUint32(12, true) : 0);
  }
  if (ascii(header, 0, 11) === "LYRICSBEGIN") return lyricsEnd(source, offset);
  return ascii(header, 0, 3) === "TAG" && offset + ID3V1_BYTES <= source.sizeBytes ? offset + ID3V1_BYTES : null;
}

const MOST_LYRICS_BYTES = 64 * 1024;

/** Lyrics3 states its length at its end only. */
function lyricsEnd(source: ByteSource, offset: number): number | null {
  const bytes = source.read(offset, MOST_LYRICS_BYTES);
  const end = /LYRICS(?:END|200)/.exec(Buffer.from(bytes).toString("latin1"));
  return end ? offset + end.index + 9 : null;
}

/**
 * Offset after all tags at the start. A tag that claims to reach beyond the file is not believed: its header is passed,
 * and whatever is behind it has to be searched through.
 */
export function skipTags(source: ByteSource): { offset: number; isTrusted: boolean } {
  let offset = 0;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    // Sound cannot begin with the three letters of ID3v1, but a file may be nothing else.
    const end = tagEndAt(source, offset);
    if (end === null) break;
    if (end > source.sizeBytes) return { offset: offset + 10, isTrusted: false };
    offset = end;
  }
  return { offset, isTrusted: true };
}

/** Where the sound ends: before all tags at the end, or at the end of the file. */
export function endBeforeTags(source: ByteSource): number {
  let end = source.sizeBytes;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    const start = tagStartBefore(source, end);
    if (start === null || start < 0) break;
    end = start;
  }
  return end;
}

/** Where the tag that ends at `end` begins: ID3v1, APE, Lyrics3 or an appended ID3v2. Null if none does. */
function tagStartBefore(source: ByteSource, end: number): number | null {
  const tail = source.read(end - ID3V1_BYTES, Math.min(ID3V1_BYTES, end));
  const footer = tail.subarray(Math.max(0, tail.length - APE_BYTES));
  if (tail.length === ID3V1_BYTES && ascii(tail, 0, 3) === "TAG") return end - ID3V1_BYTES;
  if (footer.length === APE_BYTES && ascii(footer, 0, 8) === "APETAGEX") {
    const hasHeader = (viewOf(footer).getUint32(20, true) & 0x80000000) !== 0;
    return end - viewOf(footer).getUint32(12, true) - (hasHeader ? APE_BYTES : 0);
  }
  const last15 = ascii(tail, tail.length - 15, 15);
  if (/^\d{6}LYRICS200$/.test(last15)) return end - 15 - Number(last15.slice(0, 6));
  const last10 = tail.subarray(tail.length - 10);
  if (ascii(last10, 0, 3) === "3DI") {
    const [a = 0, b = 0, c = 0, d = 0] = last10.subarray(6);
    return end - 20 - ((a << 21) | (b << 14) | (c << 7) | d);
  }
  return null;
}
