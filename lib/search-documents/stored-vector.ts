import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { VECTOR_PARTS } from "./vector-parts";

/** The rule by which stored vectors are made. Another one makes all of them anew. */
export const VECTOR_VERSION = 1;
/**
 * The length of each part as it is stored: 127 · 256. A coordinate is then a whole number of 16 bits whose upper byte,
 * rounded, is never beyond ±127.
 */
export const STORED_LENGTH = 32_512;

const PARTS = Object.entries(VECTOR_PARTS) as [keyof typeof VECTOR_PARTS, number][];
const DIMENSIONS = 96;
export const STORED_BYTES = DIMENSIONS * 2;

/**
 * How a sound is stored in `search_vectors`: 96 whole numbers of 16 bits, little-endian. Each part is brought to
 * length 1 first. A coordinate is off by 1.6 · 10⁻⁵ at most.
 * @throws RangeError for another number of dimensions, for what is not finite, and for a part of length 0
 */
export function toStoredVector(embedding: Embedding): Buffer {
  const stored = Buffer.allocUnsafe(STORED_BYTES);
  let offset = 0;
  for (const [part, dimensions] of PARTS) {
    const values = embedding[part];
    const length = Math.hypot(...values);
    if (values.length !== dimensions || !Number.isFinite(length) || length === 0) {
      throw new RangeError(`${part} is not ${dimensions} finite numbers that have a length`);
    }
    for (const value of values) {
      stored.writeInt16LE(Math.round((value / length) * STORED_LENGTH), offset);
      offset += 2;
    }
  }
  return stored;
}

/** The 96 numbers, each part of length 1 but for rounding. @throws RangeError unless there are 192 bytes */
export function fromStoredVector(stored: Uint8Array): Float32Array {
  if (stored.byteLength !== STORED_BYTES) throw new RangeError(`a vector of ${stored.byteLength} bytes`);
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  return Float32Array.from({ length: DIMENSIONS }, (_, i) => view.getInt16(i * 2, true) / STORED_LENGTH);
}
