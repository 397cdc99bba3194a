import "server-only";
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import type { ActorId } from "@/lib/identity/actor";
import { listParts } from "@/lib/platform/s3";
import type { KnownBytes, UploadState } from "./schema";

const UNFINISHED_MAX = 1_000;
const STORAGE_CALLS_AT_ONCE = 8;

const columns = {
  uploadId: uploads.id,
  sampleId: uploads.sampleId,
  ownerId: uploads.ownerId,
  objectKey: uploads.objectKey,
  multipartUploadId: uploads.multipartUploadId,
  partSizeBytes: uploads.partSizeBytes,
  sizeBytes: uploads.sizeBytes,
  completedAt: uploads.completedAt,
  fileName: samples.fileName,
  folderPath: samples.folderPath,
  sha256: samples.sha256,
  status: samples.status,
};

const select = () => db().select(columns).from(uploads).innerJoin(samples, eq(samples.id, uploads.sampleId)).$dynamic();
export type StoredUpload = Awaited<ReturnType<typeof select>>[number];

/** The owner's upload, finished or not. Returns null once it is cancelled or expired, or its sample is deleted. */
export async function findUpload(owner: ActorId, uploadId: string): Promise<StoredUpload | null> {
  const [row] = await select().where(
    and(eq(uploads.id, uploadId), eq(uploads.ownerId, owner), isNull(samples.deletedAt)),
  );
  return row ?? null;
}

/** One upload of the owner, with the parts that storage has. */
export async function readUpload(owner: ActorId, uploadId: string): Promise<UploadState | null> {
  const upload = await findUpload(owner, uploadId);
  return upload && uploadState(upload);
}

/** Uploads of the owner that can still be resumed, the oldest first, with the parts that storage has. */
export async function listUnfinishedUploads(owner: ActorId): Promise<UploadState[]> {
  const unfinished = and(
    eq(uploads.ownerId, owner),
    isNull(uploads.completedAt),
    gt(uploads.expiresAt, sql`now()`),
    isNull(samples.deletedAt),
  );
  const rows = await select().where(unfinished).orderBy(asc(uploads.createdAt)).limit(UNFINISHED_MAX);
  const states: UploadState[] = [];
  for (let start = 0; start < rows.length; start += STORAGE_CALLS_AT_ONCE) {
    states.push(...(await Promise.all(rows.slice(start, start + STORAGE_CALLS_AT_ONCE).map(uploadState))));
  }
  return states;
}

async function uploadState(upload: StoredUpload): Promise<UploadState> {
  const { uploadId, sampleId, fileName, folderPath, sizeBytes, sha256, partSizeBytes } = upload;
  const { objectKey: key, multipartUploadId } = upload;
  const uploadedParts = multipartUploadId ? await listParts({ key, uploadId: multipartUploadId }) : null;
  return {
    uploadId,
    sampleId,
    fileName,
    folderPath,
    sizeBytes,
    sha256,
    partSizeBytes,
    uploadedParts: uploadedParts ?? [],
  };
}

/** Which of these bytes the owner's library has: not deleted, not refused, and more than begun. */
export async function findKnownBytes(owner: ActorId, sha256s: string[]): Promise<KnownBytes[]> {
  return db()
    .selectDistinctOn([samples.sha256], { sha256: samples.sha256, sampleId: samples.id, fileName: samples.fileName })
    .from(samples)
    .where(
      and(
        eq(samples.ownerId, owner),
        inArray(samples.sha256, sha256s),
        inArray(samples.status, ["uploaded", "processing", "completed"]),
        isNull(samples.deletedAt),
      ),
    )
    .orderBy(asc(samples.sha256), asc(samples.createdAt));
}
