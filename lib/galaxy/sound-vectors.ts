import { createHash } from "node:crypto";
import { STORED_BYTES, STORED_LENGTH } from "@/lib/search-documents/stored-vector";
import type { Vectors } from "./layout/vectors";

/** Stored vectors, one after the other, as a layout reads them. @throws RangeError if one is cut off */
export function soundVectors(stored: Uint8Array): Vectors {
  if (stored.byteLength % STORED_BYTES !== 0) throw new RangeError("a vector is cut off");
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const values = new Float32Array(stored.byteLength / 2);
  for (let i = 0; i < values.length; i++) values[i] = view.getInt16(i * 2, true) / STORED_LENGTH;
  return { count: stored.byteLength / STORED_BYTES, dimensions: STORED_BYTES / 2, values };
}

/** What tells one stored vector from another: the first four bytes of its MD5. */
export const soundOf = (vector: Uint8Array) => createHash("md5").update(vector).digest().readInt32BE(0);
