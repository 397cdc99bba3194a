import { ascii, viewOf } from "./byte-reader";

/** A box of an MP4 file (ISO 14496-12) in memory. */
export interface Mp4Box {
  type: string;
  /** Everything behind its header. */
  body: Uint8Array;
}

/** More than any encoder writes. Each is an object in memory, and a crafted file could hold millions. */
const BOXES_MAX = 10_000;

/** The boxes of a body. Null if they do not fill it, or if there are too many. */
export function boxesIn(body: Uint8Array): Mp4Box[] | null {
  const view = viewOf(body);
  const boxes: Mp4Box[] = [];
  for (let at = 0; at < body.length; ) {
    // QuickTime ends a list with four zero bytes.
    if (at + 4 === body.length && view.getUint32(at) === 0) break;
    if (at + 8 > body.length) return null;
    const short = view.getUint32(at);
    const isLong = short === 1;
    if (isLong && at + 16 > body.length) return null;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? body.length - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > body.length || boxes.length === BOXES_MAX) return null;
    boxes.push({ type: ascii(body, at + 4, 4), body: body.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}

export function boxBytes({ type, body }: Mp4Box): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

export const bodyOf = (boxes: readonly Mp4Box[]) => Buffer.concat(boxes.map(boxBytes));

/** The box with another body, added at the end if it is not there. */
export function withBox(boxes: readonly Mp4Box[], type: string, body: Uint8Array): Mp4Box[] {
  const at = boxes.findIndex((box) => box.type === type);
  return at < 0 ? [...boxes, { type, body }] : boxes.with(at, { type, body });
}
