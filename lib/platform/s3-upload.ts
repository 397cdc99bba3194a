import "server-only";
import { open } from "node:fs/promises";
import { UploadPartCommand } from "@aws-sdk/client-s3";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { abortMultipart, completeMultipart } from "./s3";
import { reachStorage, storageClient } from "./s3-client";

/** With the 10,000 parts that a store allows, this is enough for 156 GiB. */
const PART_BYTES = 16 * 1024 * 1024;
/** A part is larger than most requests to the store. */
const PART_TIMEOUT_MS = 60_000;

export interface StreamedUpload {
  key: string;
  /** From `createMultipart`. */
  uploadId: string;
  /** Read to the end, with at most one part in memory. */
  chunks: AsyncIterable<Buffer>;
}

/**
 * Uploads a stream part by part as one object. Returns its size in bytes. If it fails, the parts are dropped.
 * @throws AppError `storage_unavailable`, or what the stream throws.
 */
export async function uploadStream({ key, uploadId, chunks }: StreamedUpload): Promise<number> {
  const parts: { partNumber: number; etag: string }[] = [];
  let sizeBytes = 0;
  const send = async (body: Buffer) => {
    const partNumber = parts.length + 1;
    parts.push({ partNumber, etag: await sendPart({ key, uploadId, partNumber, body }) });
    sizeBytes += body.length;
  };
  try {
    for await (const part of inParts(chunks)) await send(part);
    const completed = await completeMultipart({ key, uploadId, parts });
    if (!completed.ok) throw new AppError("storage_unavailable", { message: completed.reason });
    return sizeBytes;
  } catch (error) {
    // If storage is away now, the sweep aborts it later.
    await abortMultipart({ key, uploadId }).catch(() => undefined);
    throw error;
  }
}

/** Sends a file's parts, each of `partBytes`, without completing the upload. */
export async function sendFile(file: {
  key: string;
  uploadId: string;
  path: string;
  partBytes: number;
}): Promise<void> {
  const { key, uploadId, path, partBytes } = file;
  const source = await open(path);
  try {
    const { size } = await source.stat();
    for (let at = 0, partNumber = 1; at < size; at += partBytes, partNumber++) {
      const body = Buffer.alloc(Math.min(partBytes, size - at));
      await source.read(body, 0, body.length, at);
      await sendPart({ key, uploadId, partNumber, body });
    }
  } finally {
    await source.close();
  }
}

/** The same bytes in blocks of `PART_BYTES`. The last may be shorter. */
async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    while (heldBytes >= PART_BYTES) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PART_BYTES);
      held = [all.subarray(PART_BYTES)];
      heldBytes -= PART_BYTES;
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

async function sendPart(part: { key: string; uploadId: string; partNumber: number; body: Buffer }): Promise<string> {
  const { key: Key, uploadId: UploadId, partNumber: PartNumber, body: Body } = part;
  const command = new UploadPartCommand({ Bucket: env.S3_BUCKET, Key, UploadId, PartNumber, Body });
  const { ETag } = await reachStorage(() => storageClient().send(command, { requestTimeout: PART_TIMEOUT_MS }));
  if (!ETag) throw new AppError("storage_unavailable", { message: "the store returned no ETag for a part" });
  return ETag;
}
