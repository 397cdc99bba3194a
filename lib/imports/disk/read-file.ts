import "server-only";
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";
import { fingerprintOf } from "./fingerprint";
import { openInside } from "./open-inside";

/** Up to this size a file is held in memory until it is in storage. A larger one is read a second time. */
export const HELD_BYTES = 4 * 1024 * 1024;
const BLOCK_BYTES = 256 * 1024;

export interface ReadFile {
  sha256: string;
  sizeBytes: number;
  fingerprint: string;
  /** Null if the file is too large to be held. */
  bytes: Buffer | null;
}

export type ReadOutcome = ReadFile | "not_a_file" | "empty" | "too_large" | "changing";

export interface Place {
  root: Buffer;
  path: Buffer;
}

/**
 * Reads one file below `root` to its end. `changing` if it was written to meanwhile: size, times and number before and
 * after must be the same.
 * @throws Elsewhere; errors of the file system
 */
export async function readFile({ root, path }: Place): Promise<ReadOutcome> {
  const handle = await openInside(root, path, { isFolder: false });
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) return "not_a_file";
    if (before.size === 0n) return "empty";
    if (before.size > MAX_FILE_BYTES) return "too_large";
    const sizeBytes = Number(before.size);
    const hash = createHash("sha256");
    const held: Buffer[] = [];
    let readBytes = 0;
    for await (const block of blocksOf(handle, sizeBytes)) {
      hash.update(block);
      readBytes += block.length;
      if (sizeBytes <= HELD_BYTES) held.push(block);
    }
    const after = await handle.stat({ bigint: true });
    const fingerprint = fingerprintOf(before);
    if (readBytes !== sizeBytes || fingerprintOf(after) !== fingerprint) return "changing";
    const bytes = sizeBytes <= HELD_BYTES ? Buffer.concat(held, sizeBytes) : null;
    return { sha256: hash.digest("hex"), sizeBytes, fingerprint, bytes };
  } finally {
    await handle.close();
  }
}

/** The file was written to since its bytes were first read. */
export class Changed extends Error {
  override readonly name = "Changed";
}

/**
 * The bytes of a file that was read before, block by block.
 * @throws Changed unless they are the same to the end; Elsewhere; errors of the file system
 */
export async function* readAgain({ root, path }: Place, first: ReadFile): AsyncGenerator<Buffer> {
  const handle = await openInside(root, path, { isFolder: false });
  try {
    const hash = createHash("sha256");
    for await (const block of blocksOf(handle, first.sizeBytes)) {
      hash.update(block);
      yield block;
    }
    if (hash.digest("hex") !== first.sha256) throw new Changed();
  } finally {
    await handle.close();
  }
}

/** Each block is a buffer of its own. Stops behind `sizeBytes`: what grows while it is read is found to be changed. */
async function* blocksOf(handle: FileHandle, sizeBytes: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < sizeBytes; ) {
    const wanted = Math.min(BLOCK_BYTES, sizeBytes - position);
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}
