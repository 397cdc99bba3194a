import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { AppError } from "@/lib/errors";
import { getObjectStream } from "@/lib/platform/s3";

export interface ContentDigest {
  sha256: string;
  sizeBytes: number;
  /** The first bytes, up to the requested number. */
  head: Uint8Array;
}

/**
 * Streams an object once: hashes it, keeps its head, and copies it to `toPath` if given. Returns null if there is no
 * such object.
 * @throws AppError `storage_unavailable` if the stream breaks off.
 */
export async function digestObject(
  key: string,
  options: { headBytes?: number; toPath?: string; signal?: AbortSignal } = {},
): Promise<ContentDigest | null> {
  const object = await getObjectStream(key, { signal: options.signal });
  if (!object) return null;
  const meter = new DigestStream(options.headBytes ?? 0);
  try {
    if (options.toPath)
      await pipeline(object.stream, meter, createWriteStream(options.toPath), { signal: options.signal });
    else await Promise.all([pipeline(object.stream, meter, { signal: options.signal }), finished(meter.resume())]);
  } catch (cause) {
    throw new AppError("storage_unavailable", { cause });
  }
  return meter.digest();
}

class DigestStream extends Transform {
  sizeBytes = 0;
  readonly #hash = createHash("sha256");
  readonly #head: Buffer;
  #headLength = 0;

  constructor(headBytes: number) {
    super();
    this.#head = Buffer.alloc(headBytes);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.#headLength += chunk.copy(this.#head, this.#headLength);
    this.sizeBytes += chunk.length;
    done(null, chunk);
  }

  digest(): ContentDigest {
    const { sizeBytes } = this;
    return { sha256: this.#hash.digest("hex"), sizeBytes, head: this.#head.subarray(0, this.#headLength) };
  }
}
