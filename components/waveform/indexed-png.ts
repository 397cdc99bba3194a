/** The values of a picture with a palette: the indexes, not the colours. From the top row down. */
export interface IndexedPicture {
  width: number;
  height: number;
  values: Uint8Array;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** More than any stored spectrogram has. */
const PIXELS_MAX = 2 ** 22;

/** The bytes are not a picture that this code reads. */
export class PictureError extends Error {
  override name = "PictureError";
}

/**
 * Reads a PNG of 8-bit indexes, as the analysis stores spectrograms. A canvas would give colours, which some browsers
 * change a little on purpose; the indexes are the values themselves. @throws PictureError
 */
export async function readIndexedPng(bytes: ArrayBuffer): Promise<IndexedPicture> {
  const view = new DataView(bytes);
  if (SIGNATURE.some((byte, at) => at >= bytes.byteLength || view.getUint8(at) !== byte))
    throw new PictureError("no PNG");
  let size: { width: number; height: number } | null = null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    const start = at + 8;
    if (start + length + 4 > bytes.byteLength) throw new PictureError("cut off");
    const type = String.fromCharCode(...new Uint8Array(bytes, at + 4, 4));
    if (type === "IHDR") size = headerOf(new DataView(bytes, start, length));
    else if (type === "IDAT") parts.push(new Uint8Array(bytes, start, length));
    at = start + length + 4;
  }
  if (!size) throw new PictureError("no header");
  const { width, height } = size;
  const rows = await inflated(parts, (width + 1) * height);
  return { width, height, values: unfiltered(rows, width, height) };
}

function headerOf(header: DataView): { width: number; height: number } {
  if (header.byteLength < 13) throw new PictureError("no header");
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const [depth, colours, , , interlaced] = [8, 9, 10, 11, 12].map((at) => header.getUint8(at));
  if (depth !== 8 || colours !== 3 || interlaced !== 0) throw new PictureError("not one byte a pixel");
  if (width === 0 || height === 0 || width * height > PIXELS_MAX) throw new PictureError("of an impossible size");
  return { width, height };
}

/** Exactly so many bytes: more are not unpacked. */
async function inflated(parts: Uint8Array<ArrayBuffer>[], length: number): Promise<Uint8Array> {
  const rows = new Uint8Array(length);
  let filled = 0;
  const reader = new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    while (filled < length) {
      const { value, done } = await reader.read();
      if (done) break;
      rows.set(value.subarray(0, length - filled), filled);
      filled += value.length;
    }
  } catch (cause) {
    throw new PictureError("damaged", { cause });
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  if (filled < length) throw new PictureError("cut off");
  return rows;
}

/** Undoes the filter that each row names in its first byte: none, left, above, their mean, or Paeth's choice. */
function unfiltered(rows: Uint8Array, width: number, height: number): Uint8Array {
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * (width + 1);
    const to = row * width;
    const filter = rows[from];
    for (let x = 0; x < width; x += 1) {
      const left = x > 0 ? (values[to + x - 1] as number) : 0;
      const above = row > 0 ? (values[to + x - width] as number) : 0;
      const corner = x > 0 && row > 0 ? (values[to + x - width - 1] as number) : 0;
      values[to + x] = (rows[from + 1 + x] as number) + guess(filter, left, above, corner);
    }
  }
  return values;
}

function guess(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) throw new PictureError("unknown filter");
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((near) => Math.abs(left + above - corner - near));
  if ((toLeft as number) <= (toAbove as number) && (toLeft as number) <= (toCorner as number)) return left;
  return (toAbove as number) <= (toCorner as number) ? above : corner;
}
