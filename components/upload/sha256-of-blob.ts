import { createSHA256 } from "hash-wasm";

/** Up to here the file is read at once and hashed by the browser's own code; above, it is streamed. */
const WHOLE_FILE_BYTES = 8 * 1024 * 1024;
const SLICE_BYTES = 4 * 1024 * 1024;

const toHex = (digest: ArrayBuffer) =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * sha256 of a file, 64 hex digits, with a few megabytes of memory whatever its size.
 * `crypto.subtle` exists on https and localhost only; on a plain-http LAN address the WebAssembly hash does it all.
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
