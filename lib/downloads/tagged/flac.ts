import { ascii, type ByteReader } from "./byte-reader";
import { id3Length } from "./id3";
import type { Piece } from "./pieces";
import { editedComment } from "./vorbis-comment";
import { texts, type WantedTags } from "./wanted-tags";

const STREAM_INFO = 0;
const VORBIS_COMMENT = 4;
const LAST = 0x80;
const MOST_BLOCKS = 1024;

interface Block {
  type: number;
  isLast: boolean;
  body: Piece;
}

/** Native FLAC (RFC 9639): the block of comments is written anew, every other block and all frames are copied. */
export async function taggedFlac(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const start = (await id3Length(reader, 0)) ?? 0;
  if (ascii(await reader.read(start, 4), 0, 4) !== "fLaC") return null;
  const found = await blocksOf(reader, start + 4);
  if (!found) return null;
  const { blocks, end } = found;
  const at = blocks.findIndex(({ type }) => type === VORBIS_COMMENT);
  const old = blocks[at];
  const bytes =
    old && !(old.body instanceof Uint8Array) ? await reader.read(old.body.from, old.body.to - old.body.from) : null;
  const body = editedComment(bytes, texts(wanted));
  if (!body || body.length >= 2 ** 24) return null;
  const comment = { type: VORBIS_COMMENT, isLast: false, body };
  if (at >= 0) blocks[at] = comment;
  // STREAMINFO stays the first.
  else blocks.splice(1, 0, comment);
  const pieces = blocks.flatMap(({ type, body }, index) => [
    blockHeader(type, body, index === blocks.length - 1),
    body,
  ]);
  return [{ from: 0, to: start + 4 }, ...pieces, { from: end, to: reader.sizeBytes }];
}

function blockHeader(type: number, body: Piece, isLast: boolean): Buffer {
  const size = body instanceof Uint8Array ? body.length : body.to - body.from;
  return Buffer.from([type | (isLast ? LAST : 0), size >> 16, (size >> 8) & 255, size & 255]);
}

async function blocksOf(reader: ByteReader, start: number): Promise<{ blocks: Block[]; end: number } | null> {
  const blocks: Block[] = [];
  for (let at = start; blocks.length < MOST_BLOCKS; ) {
    const head = await reader.read(at, 4);
    if (head.length < 4) return null;
    const [first, a, b, c] = head as unknown as [number, number, number, number];
    const from = at + 4;
    at = from + ((a << 16) | (b << 8) | c);
    if (at > reader.sizeBytes) return null;
    const isLast = (first & LAST) !== 0;
    blocks.push({ type: first & 127, isLast, body: { from, to: at } });
    if (isLast) return blocks[0]?.type === STREAM_INFO ? { blocks, end: at } : null;
  }
  return null;
}
