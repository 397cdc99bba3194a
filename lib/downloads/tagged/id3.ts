import { ascii, type ByteReader, memoryReader, viewOf } from "./byte-reader";
import { type Piece, type Stretch, sizeOfAll } from "./pieces";

/** ID3v2 in its three versions (id3.org). Frames that are not ours are kept as they are, byte for byte. */

/** More than anybody writes. Each is an object in memory, and a crafted file could hold millions. */
const FRAMES_MAX = 10_000;

const HEADER_BYTES = 10;
/** Larger tags are only rewritten where their frames can be copied in place. */
const MOST_BYTES_HELD = 16 * 1024 * 1024;
const UNSYNCHRONISED = 0x80;
const EXTENDED = 0x40;
const FOOTER = 0x10;

export interface Id3Frames {
  bpm?: string;
  key?: string;
}

type Version = 2 | 3 | 4;
const FRAME_IDS = { 2: { bpm: "TBP", key: "TKE" }, 3: { bpm: "TBPM", key: "TKEY" }, 4: { bpm: "TBPM", key: "TKEY" } };

interface Tag {
  version: Version;
  flags: number;
  bodyBytes: number;
}

/** The length of the tag at `offset`, header and footer included; null if there is none. */
export async function id3Length(reader: ByteReader, offset: number): Promise<number | null> {
  const tag = headerOf(await reader.read(offset, HEADER_BYTES));
  return tag && HEADER_BYTES + tag.bodyBytes + (tag.flags & FOOTER ? HEADER_BYTES : 0);
}

/** A new tag of version 2.3, which more programs read than 2.4. */
export function newId3(frames: Id3Frames): Uint8Array {
  const body = Buffer.concat(newFrames(3, frames));
  return Buffer.concat([header({ version: 3, flags: 0, bodyBytes: body.length }), body]);
}

/** The tag at the beginning of `where` with our frames in place of its own. Null if it cannot be read. */
export async function editedId3(reader: ByteReader, where: Stretch, frames: Id3Frames): Promise<Piece[] | null> {
  const tag = headerOf(await reader.read(where.from, HEADER_BYTES));
  const start = where.from + HEADER_BYTES;
  if (!tag || start + tag.bodyBytes > where.to || (tag.version === 2 && tag.flags & EXTENDED)) return null;
  // In 2.4 each frame is unsynchronised for itself and can stay so; before, the whole body is.
  const isMixed = tag.version < 4 && (tag.flags & UNSYNCHRONISED) !== 0;
  if (isMixed && tag.bodyBytes > MOST_BYTES_HELD) return null;
  const plain = isMixed ? withoutUnsynchronisation(await reader.read(start, tag.bodyBytes)) : null;
  const body = plain ? memoryReader(plain) : readerAt(reader, start, tag.bodyBytes);
  const taken = new Set(Object.entries(FRAME_IDS[tag.version]).flatMap(([of, id]) => (of in frames ? [id] : [])));
  const kept = await keptFrames(body, tag, taken);
  if (!kept) return null;
  // Nothing to keep, so no reason to keep its version.
  if (kept.length === 0) return [newId3(frames)];
  const pieces: Piece[] = kept.map(({ from, to }) =>
    plain ? plain.subarray(from, to) : { from: from + start, to: to + start },
  );
  pieces.push(...newFrames(tag.version, frames));
  const flags = tag.version === 4 ? tag.flags & UNSYNCHRONISED : 0;
  const bodyBytes = sizeOfAll(pieces);
  return bodyBytes < 2 ** 28 ? [header({ ...tag, flags, bodyBytes }), ...pieces] : null;
}

function headerOf(bytes: Uint8Array): Tag | null {
  if (bytes.length < HEADER_BYTES || ascii(bytes, 0, 3) !== "ID3") return null;
  const version = bytes[3] as number;
  const [a, b, c, d] = bytes.subarray(6) as unknown as [number, number, number, number];
  if (version < 2 || version > 4 || (a | b | c | d) & 0x80) return null;
  return { version: version as Version, flags: bytes[5] as number, bodyBytes: (a << 21) | (b << 14) | (c << 7) | d };
}

const syncsafe = (value: number) => [value >> 21, (value >> 14) & 127, (value >> 7) & 127, value & 127];

const header = ({ version, flags, bodyBytes }: Tag) =>
  Buffer.from([...Buffer.from("ID3"), version, 0, flags, ...syncsafe(bodyBytes)]);

/** Text frames in Latin-1. They are so short that both ways to write a size are the same. */
function newFrames(version: Version, frames: Id3Frames): Buffer[] {
  const ids = FRAME_IDS[version];
  return (["bpm", "key"] as const).flatMap((of) => {
    const text = frames[of];
    if (text === undefined) return [];
    const size = text.length + 1;
    const head = version === 2 ? [0, 0, size] : [0, 0, 0, size, 0, 0];
    return [Buffer.concat([Buffer.from(ids[of]), Buffer.from([...head, 0]), Buffer.from(text, "latin1")])];
  });
}

const readerAt = (reader: ByteReader, start: number, sizeBytes: number): ByteReader => ({
  sizeBytes,
  read: (offset, length) => reader.read(start + offset, Math.min(length, sizeBytes - offset)),
});

function withoutUnsynchronisation(bytes: Uint8Array): Uint8Array {
  return bytes.filter((value, index) => !(value === 0 && index > 0 && bytes[index - 1] === 0xff));
}

/** Where the other frames are in the body. Some programs write the sizes of 2.4 as in 2.3. */
async function keptFrames(body: ByteReader, tag: Tag, taken: ReadonlySet<string>): Promise<Stretch[] | null> {
  const start = await afterExtendedHeader(body, tag);
  const found = await walk(body, start, tag.version, taken, tag.version === 4);
  return found ?? (tag.version === 4 ? walk(body, start, tag.version, taken, false) : null);
}

async function afterExtendedHeader(body: ByteReader, { version, flags }: Tag): Promise<number> {
  if (!(flags & EXTENDED)) return 0;
  const bytes = await body.read(0, 4);
  if (bytes.length < 4) return body.sizeBytes;
  return version === 4 ? sizeIn(bytes, 0, true) : 4 + viewOf(bytes).getUint32(0);
}

function sizeIn(bytes: Uint8Array, offset: number, isSyncsafe: boolean): number {
  const size = viewOf(bytes).getUint32(offset);
  if (!isSyncsafe) return size;
  return ((size >>> 24) << 21) | (((size >> 16) & 127) << 14) | (((size >> 8) & 127) << 7) | (size & 127);
}

async function walk(
  body: ByteReader,
  start: number,
  version: Version,
  taken: ReadonlySet<string>,
  isSyncsafe: boolean,
): Promise<Stretch[] | null> {
  const kept: Stretch[] = [];
  const [idBytes, headBytes] = version === 2 ? [3, 6] : [4, 10];
  let frames = 0;
  for (let at = start; at + headBytes <= body.sizeBytes; ) {
    if (++frames > FRAMES_MAX) return null;
    const head = await body.read(at, headBytes);
    if (head.length < headBytes) return null;
    // The rest is padding.
    if (head[0] === 0) return kept;
    const id = ascii(head, 0, idBytes);
    if (!/^[A-Z0-9 ]+$/.test(id)) return null;
    const size = version === 2 ? sizeIn(Uint8Array.of(0, ...head.subarray(3)), 0, false) : sizeIn(head, 4, isSyncsafe);
    const to = at + headBytes + size;
    if (to > body.sizeBytes) return null;
    if (!taken.has(id)) kept.push({ from: at, to });
    at = to;
  }
  return kept;
}
