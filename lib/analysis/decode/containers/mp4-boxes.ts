import { ascii, type ByteSource, viewOf } from "./byte-source";

export interface Mp4Box {
  type: string;
  /** Offset of the body from the start of the file, or of the bytes given. */
  bodyOffset: number;
  endOffset: number;
}

/** Twelve hours in fragments of half a second have fewer. */
const MAX_BOXES = 400_000;

/** The top-level boxes of a file. Only headers are read, and it stops at the first that makes no sense. */
export function* topLevelBoxes(source: ByteSource): Generator<Mp4Box> {
  let offset = 0;
  for (let count = 0; count < MAX_BOXES && offset + 8 <= source.sizeBytes; count++) {
    const box = boxAt(source.read(offset, 16), offset, source.sizeBytes);
    if (!box) return;
    yield box;
    offset = box.endOffset;
  }
}

function boxAt(header: Uint8Array, offset: number, end: number): Mp4Box | null {
  const view = viewOf(header);
  const size = view.getUint32(0);
  const type = ascii(header, 4, 4);
  if (size === 0) return { type, bodyOffset: offset + 8, endOffset: end };
  if (size === 1 && header.length >= 16) {
    const long = Number(view.getBigUint64(8));
    return long >= 16 ? { type, bodyOffset: offset + 16, endOffset: offset + long } : null;
  }
  return size >= 8 ? { type, bodyOffset: offset + 8, endOffset: offset + size } : null;
}

/** The boxes inside `bytes`. It stops at one that is longer than its parent. */
export function* boxesIn(bytes: Uint8Array, from = 0): Generator<{ type: string; body: Uint8Array }> {
  let offset = from;
  while (offset + 8 <= bytes.length) {
    const box = boxAt(bytes.subarray(offset, offset + 16), offset, bytes.length);
    if (!box || box.endOffset > bytes.length) return;
    yield { type: box.type, body: bytes.subarray(box.bodyOffset, box.endOffset) };
    offset = box.endOffset;
  }
}

/** The first box along a path such as `mdia minf stbl stsz`. */
export function boxAlong(bytes: Uint8Array, path: string): Uint8Array | null {
  let current: Uint8Array | null = bytes;
  for (const type of path.split(" ")) {
    let found: Uint8Array | null = null;
    for (const box of boxesIn(current ?? new Uint8Array(0))) {
      if (box.type === type) {
        found = box.body;
        break;
      }
    }
    current = found;
    if (!current) return null;
  }
  return current;
}
