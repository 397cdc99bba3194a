import "server-only";
import type { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { env } from "@/lib/env";
import { AppError, ok, type Result, refused } from "@/lib/errors";
import { dropLocalCopies } from "./local-copies";
import { isMissing, reachStorage, reachStorageOrNull, storageClient, streamingClient } from "./s3-client";

export { presignGet, presignParts } from "./s3-presign";

const Bucket = () => env.S3_BUCKET;
const HEALTH_TIMEOUT_MS = 2_000;
const KEYS_PER_DELETE = 1_000;

export interface StoredObject {
  sizeBytes: number;
  etag: string;
  contentType: string | null;
}

/** Returns null if there is no such object. Like everything here, throws `storage_unavailable` if storage fails. */
export async function headObject(key: string): Promise<StoredObject | null> {
  return reachStorageOrNull(async () => {
    const output = await storageClient().send(new HeadObjectCommand({ Bucket: Bucket(), Key: key }));
    if (output.ContentLength !== undefined) return storedObject(output);
    return { ...storedObject(output), sizeBytes: await sizeByRange(key) };
  });
}

/** A store behind a proxy that drops `Content-Length` still tells the size in a range response. */
async function sizeByRange(key: string): Promise<number> {
  try {
    const command = new GetObjectCommand({ Bucket: Bucket(), Key: key, Range: "bytes=0-0" });
    const { ContentRange, Body } = await storageClient().send(command);
    await Body?.transformToByteArray();
    const size = Number(ContentRange?.split("/")[1]);
    if (!Number.isSafeInteger(size))
      throw new AppError("storage_unavailable", { message: "the store returned no size" });
    return size;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416) return 0;
    throw error;
  }
}

export interface ByteRange {
  offsetBytes: number;
  /** More than 0. */
  lengthBytes: number;
}

export interface StreamOptions {
  signal?: AbortSignal | undefined;
  range?: ByteRange;
  /** Whether it is read as fast as a person takes it. Otherwise it breaks if nothing is read for half a minute. */
  isSentOn?: boolean;
}

/**
 * The object, or a range of it, as a Node stream. The caller must read it to the end or destroy it. Returns null if there
 * is no such object.
 */
export async function getObjectStream(
  key: string,
  options?: StreamOptions,
): Promise<(Omit<StoredObject, "sizeBytes"> & { stream: Readable }) | null> {
  const range = options?.range;
  const Range = range && `bytes=${range.offsetBytes}-${range.offsetBytes + range.lengthBytes - 1}`;
  return reachStorageOrNull(async () => {
    const command = new GetObjectCommand({ Bucket: Bucket(), Key: key, Range });
    const client = options?.isSentOn ? streamingClient() : storageClient();
    const output = await client.send(command, { abortSignal: options?.signal });
    const { etag, contentType } = storedObject(output);
    return { etag, contentType, stream: output.Body as Readable };
  });
}

/**
 * Reads up to `lengthBytes` bytes from `offsetBytes`. Returns fewer at the end of the object, or null if there is none.
 */
export async function readObjectRange(key: string, range: ByteRange): Promise<Uint8Array | null> {
  const Range = `bytes=${range.offsetBytes}-${range.offsetBytes + range.lengthBytes - 1}`;
  return reachStorageOrNull(async () => {
    try {
      const output = await storageClient().send(new GetObjectCommand({ Bucket: Bucket(), Key: key, Range }));
      return (await output.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416) return new Uint8Array();
      throw error;
    }
  });
}

export async function putObject(
  key: string,
  bytes: Uint8Array,
  options: { contentType: string; cacheControl?: string },
): Promise<void> {
  const { contentType: ContentType, cacheControl: CacheControl } = options;
  const command = new PutObjectCommand({ Bucket: Bucket(), Key: key, Body: bytes, ContentType, CacheControl });
  await reachStorage(() => storageClient().send(command));
}

/** Deleting an object that does not exist is not an error. */
export async function deleteObjects(keys: string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += KEYS_PER_DELETE) {
    const Objects = keys.slice(start, start + KEYS_PER_DELETE).map((Key) => ({ Key }));
    const command = new DeleteObjectsCommand({ Bucket: Bucket(), Delete: { Objects, Quiet: true } });
    const { Errors } = await reachStorage(() => storageClient().send(command));
    dropLocalCopies(keys.slice(start, start + KEYS_PER_DELETE));
    if (Errors?.length)
      throw new AppError("storage_unavailable", { message: `could not delete an object: ${Errors[0]?.Code}` });
  }
}

export interface ListedObject {
  key: string;
  sizeBytes: number;
  lastModified: Date | null;
}

/** Every object under the prefix, in key order, page by page. */
export async function* listObjects(prefix: string): AsyncGenerator<ListedObject> {
  let ContinuationToken: string | undefined;
  do {
    const command = new ListObjectsV2Command({ Bucket: Bucket(), Prefix: prefix, ContinuationToken });
    const page = await reachStorage(() => storageClient().send(command));
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      if (Key !== undefined) yield { key: Key, sizeBytes: Size ?? 0, lastModified: LastModified ?? null };
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}

/** Creates the bucket if a new store has none. */
export async function ensureBucket(options?: { signal: AbortSignal }): Promise<void> {
  const abort = { abortSignal: options?.signal };
  await reachStorage(async () => {
    try {
      await storageClient().send(new HeadBucketCommand({ Bucket: Bucket() }), abort);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await storageClient().send(new CreateBucketCommand({ Bucket: Bucket() }), abort);
    }
  });
}

/**
 * Whether the store answers, and how fast. It also creates the bucket of a new store, because this check runs before
 * anything is sent there.
 */
export async function storageHealth(): Promise<{ ok: boolean; latencyMs: number }> {
  const startedAt = performance.now();
  const ok = await ensureBucket({ signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) }).then(
    () => true,
    () => false,
  );
  return { ok, latencyMs: Math.round(performance.now() - startedAt) };
}

export async function createMultipart(input: { key: string; contentType?: string }): Promise<{ uploadId: string }> {
  const command = new CreateMultipartUploadCommand({
    Bucket: Bucket(),
    Key: input.key,
    ContentType: input.contentType,
  });
  const { UploadId } = await reachStorage(() => storageClient().send(command));
  if (!UploadId) throw new AppError("storage_unavailable", { message: "the store returned no upload id" });
  return { uploadId: UploadId };
}

export interface OpenMultipart {
  key: string;
  uploadId: string;
  startedAt: Date | null;
}

/** Every multipart upload that is neither completed nor aborted. None if the store cannot list them. */
export async function listMultiparts(): Promise<OpenMultipart[]> {
  return reachStorage(async () => {
    const open: OpenMultipart[] = [];
    let position: { KeyMarker?: string; UploadIdMarker?: string } = {};
    for (;;) {
      try {
        const page = await storageClient().send(new ListMultipartUploadsCommand({ Bucket: Bucket(), ...position }));
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
          if (Key && UploadId) open.push({ key: Key, uploadId: UploadId, startedAt: Initiated ?? null });
        }
        if (!page.IsTruncated) return open;
        position = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 501) return [];
        throw error;
      }
    }
  });
}

export interface UploadedPart {
  partNumber: number;
  etag: string;
  sizeBytes: number;
}

/** Parts by number. Returns null if the upload is unknown, aborted or already completed. */
export async function listParts(upload: { key: string; uploadId: string }): Promise<UploadedPart[] | null> {
  return reachStorageOrNull(async () => {
    const parts: UploadedPart[] = [];
    let PartNumberMarker: string | undefined;
    do {
      const where = { Bucket: Bucket(), Key: upload.key, UploadId: upload.uploadId };
      const page = await storageClient().send(new ListPartsCommand({ ...where, PartNumberMarker }));
      for (const { PartNumber, ETag, Size } of page.Parts ?? []) {
        if (PartNumber && ETag) parts.push({ partNumber: PartNumber, etag: ETag, sizeBytes: Size ?? 0 });
      }
      PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
    } while (PartNumberMarker);
    return parts;
  });
}

export async function completeMultipart(upload: {
  key: string;
  uploadId: string;
  parts: { partNumber: number; etag: string }[];
}): Promise<Result<{ etag: string }, "no_such_upload" | "invalid_parts">> {
  const Parts = upload.parts.map(({ partNumber, etag }): CompletedPart => ({ PartNumber: partNumber, ETag: etag }));
  return reachStorage(async () => {
    try {
      const where = { Bucket: Bucket(), Key: upload.key, UploadId: upload.uploadId };
      const command = new CompleteMultipartUploadCommand({ ...where, MultipartUpload: { Parts } });
      const { ETag } = await storageClient().send(command);
      return ok({ etag: ETag ?? "" });
    } catch (error) {
      if (isMissing(error)) return refused("no_such_upload");
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 400)
        return refused("invalid_parts");
      throw error;
    }
  });
}

/** Aborting twice, or after completion, is not an error. */
export async function abortMultipart(upload: { key: string; uploadId: string }): Promise<void> {
  const command = new AbortMultipartUploadCommand({ Bucket: Bucket(), Key: upload.key, UploadId: upload.uploadId });
  await reachStorageOrNull(() => storageClient().send(command));
}

function storedObject(output: { ContentLength?: number; ETag?: string; ContentType?: string }): StoredObject {
  return { sizeBytes: output.ContentLength ?? 0, etag: output.ETag ?? "", contentType: output.ContentType ?? null };
}
