import { ascii, type ByteSource } from "./byte-source";

/** Offset after all ID3v2 tags at the start; past the end of the file if a tag claims to be longer than it. */
export function skipId3(source: ByteSource): number {
  let offset = 0;
  for (let tags = 0; tags < 16; tags++) {
    const header = source.read(offset, 10);
    if (header.length < 10 || ascii(header, 0, 3) !== "ID3") break;
    const [, , , , , flags = 0, a = 0, b = 0, c = 0, d = 0] = header;
    if ((a | b | c | d) & 0x80) break;
    offset += 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (flags & 0x10 ? 10 : 0);
  }
  return offset;
}

/** Where the sound ends: before an ID3v1 tag, or at the end of the file. */
export function endBeforeId3v1(source: ByteSource): number {
  const tag = source.read(source.sizeBytes - 128, 3);
  return tag.length === 3 && ascii(tag, 0, 3) === "TAG" ? source.sizeBytes - 128 : source.sizeBytes;
}
