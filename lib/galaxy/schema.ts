/** The points of a library as they travel: little-endian, columns one after the other, so that each is one typed array. */
const MAGIC = 0x31474d53; // "SMG1"
export const HEADER_BYTES = 16;
const ID_BYTES = 16;

/** The bytes of a galaxy of so many points. */
export const galaxyBytes = (count: number): number => HEADER_BYTES + count * (ID_BYTES + 12 + 2 + 3);

/** Values of `keys` and `bpmTenths` that say there is none. */
export const NO_KEY = 255;
export const NO_BPM = 0;
export const GALAXY_KINDS = ["", "one-shot", "loop", "track"] as const;

export interface GalaxyPoints {
  count: number;
  /** Raises with every new layout, so that a client knows whether its positions are of this one. */
  layout: number;
  /** `count` × 16 bytes. */
  ids: Uint8Array;
  /** `count` × x, y, z; the whole library fits into −1 … 1. */
  positions: Float32Array;
  /** Tenths of a beat a minute. */
  bpmTenths: Uint16Array;
  /** 0 … 11 major from C, 12 … 23 minor. */
  keys: Uint8Array;
  /** Index into `GALAXY_KINDS`. */
  kinds: Uint8Array;
  /** Index into the list of tags that comes with the labels; 255 for none of them. */
  tags: Uint8Array;
}

/** @throws RangeError if the columns are not of one length */
export function encodeGalaxy(points: GalaxyPoints): Uint8Array<ArrayBuffer> {
  const { count, layout, ids, positions, bpmTenths, keys, kinds, tags } = points;
  const lengths = [
    ids.length / ID_BYTES,
    positions.length / 3,
    bpmTenths.length,
    keys.length,
    kinds.length,
    tags.length,
  ];
  if (lengths.some((length) => length !== count)) throw new RangeError("the columns of a galaxy differ in length");
  const bytes = new Uint8Array(galaxyBytes(count));
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, count, true);
  header.setUint32(8, layout, true);
  let at = HEADER_BYTES;
  for (const column of [positions, ids, bpmTenths, keys, kinds, tags]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/** @throws RangeError if these are not the bytes of a galaxy */
export function decodeGalaxy(buffer: ArrayBuffer): GalaxyPoints {
  const header = new DataView(buffer);
  if (buffer.byteLength < HEADER_BYTES || header.getUint32(0, true) !== MAGIC) throw new RangeError("not a galaxy");
  const count = header.getUint32(4, true);
  if (buffer.byteLength !== galaxyBytes(count)) throw new RangeError("a galaxy is cut off");
  let at = HEADER_BYTES;
  const next = (byteLength: number) => {
    const from = at;
    at += byteLength;
    return from;
  };
  return {
    count,
    layout: header.getUint32(8, true),
    positions: new Float32Array(buffer, next(count * 12), count * 3),
    ids: new Uint8Array(buffer, next(count * ID_BYTES), count * ID_BYTES),
    bpmTenths: new Uint16Array(buffer, next(count * 2), count),
    keys: new Uint8Array(buffer, next(count), count),
    kinds: new Uint8Array(buffer, next(count), count),
    tags: new Uint8Array(buffer, next(count), count),
  };
}
