/** Random access to the bytes of a file that may be far away. A read past the end gives fewer bytes, or none. */
export interface ByteReader {
  readonly sizeBytes: number;
  read(offset: number, lengthBytes: number): Promise<Uint8Array>;
}

const WINDOW_BYTES = 64 * 1024;

/** Reads a window at a time, as headers are small and lie side by side. What is larger is read as it is asked for. */
export function windowed(sizeBytes: number, fetchRange: ByteReader["read"]): ByteReader {
  let start = 0;
  let held: Uint8Array = new Uint8Array(0);
  return {
    sizeBytes,
    async read(offset, lengthBytes) {
      const length = Math.min(lengthBytes, sizeBytes - offset);
      if (length <= 0 || offset < 0) return new Uint8Array(0);
      if (offset >= start && offset + length <= start + held.length) {
        return held.subarray(offset - start, offset - start + length);
      }
      const bytes = await fetchRange(offset, Math.min(Math.max(length, WINDOW_BYTES), sizeBytes - offset));
      if (bytes.length <= WINDOW_BYTES) [start, held] = [offset, bytes];
      return bytes.subarray(0, length);
    },
  };
}

export function memoryReader(bytes: Uint8Array): ByteReader {
  return { sizeBytes: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

export const ascii = (bytes: Uint8Array, offset: number, length: number) =>
  String.fromCharCode(...bytes.subarray(offset, offset + length));

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
