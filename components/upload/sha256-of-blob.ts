import { createSHA256 } from "hash-wasm";

/** Files up to this size are read at once and hashed by the browser. Larger ones are streamed. */
const WHOLE_FILE_BYTES = 8 * 1024 * 1024;
const SLICE_BYTES = 4 * 1024 * 1024;

const toHex = (digest: ArrayBuffer) =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The SHA-256 of a file as 64 hex digits. It needs a few megabytes of memory, however large the file is.
 * `crypto.subtle` exists only on https and localhost. On a plain-http address all files are hashed by WebAssembly.
 */
export async function sha256OfBlob(
  file: Blob,
  options: { onProgress?: (hashedBytes: number) => void; signal?: AbortSignal; subtle?: SubtleCrypto | undefined } = {},
): Promise<string> {
  const subtle = "subtle" in options ? options.subtle : globalThis.crypto?.subtle;
  if (subtle && file.size <= WHOLE_FILE_BYTES) return toHex(await subtle.digest("SHA-256", await file.arrayBuffer()));

  const hasher = await createSHA256();
  hasher.init();
  for (let offset = 0; offset < file.size; offset += SLICE_BYTES) {
    options.signal?.throwIfAborted();
    const slice = await file.slice(offset, offset + SLICE_BYTES).arrayBuffer();
    hasher.update(new Uint8Array(slice));
    options.onProgress?.(Math.min(file.size, offset + slice.byteLength));
  }
  return hasher.digest("hex");
}
