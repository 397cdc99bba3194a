import "server-only";
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import type { ActorId } from "@/lib/identity/actor";
import { listParts } from "@/lib/platform/s3";
import type { KnownBytes, UploadPosition, UploadState, UploadTicket } from "./schema";
import { ticketOf } from "./ticket";

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

const isUnfinished = and(isNull(uploads.completedAt), gt(uploads.expiresAt, sql`now()`), isNull(samples.deletedAt));

/** A Date would lose the microseconds, and a page would skip what was begun in the same millisecond. */
const exactTime = sql<string>`to_char(${uploads.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The owner's upload, finished or not. Returns null once it is cancelled or expired, or its sample is deleted. */
export async function findUpload(owner: ActorId, uploadId: string): Promise<StoredUpload | null> {
  const [row] = await select().where(
    and(eq(uploads.id, uploadId), eq(uploads.ownerId, owner), isNull(samples.deletedAt)),
  );
  return row ?? null;
}

/** One of the owner's uploads, with the parts that storage has. */
export async function readUpload(owner: ActorId, uploadId: string): Promise<UploadState | null> {
  const upload = await findUpload(owner, uploadId);
  return upload && uploadState(upload);
}

/** One page of what the owner can resume, the oldest first. `next` is where the following page begins. */
export async function listUnfinishedUploads(
  owner: ActorId,
  { limit, after }: { limit: number; after: UploadPosition | null },
): Promise<{ uploads: UploadState[]; next: UploadPosition | null }> {
  const isFurther =
    after && sql`(${uploads.createdAt}, ${uploads.id}) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db()
    .select({ upload: columns, createdAt: exactTime })
    .from(uploads)
    .innerJoin(samples, eq(samples.id, uploads.sampleId))
    .where(and(isUnfinished, eq(uploads.ownerId, owner), isFurther ?? undefined))
    .orderBy(asc(uploads.createdAt), asc(uploads.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const states: UploadState[] = [];
  for (let start = 0; start < shown.length; start += STORAGE_CALLS_AT_ONCE) {
    const some = shown.slice(start, start + STORAGE_CALLS_AT_ONCE);
    states.push(...(await Promise.all(some.map(({ upload }) => uploadState(upload)))));
  }
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.createdAt, id: last.upload.uploadId } : null;
  return { uploads: states, next };
}

/**
 * The ticket of an unfinished upload once more, with a fresh address. Returns null if the upload is finished or gone:
 * nobody may overwrite what is in the library.
 */
export async function findTicket(owner: ActorId, uploadId: string, origin: string): Promise<UploadTicket | null> {
  const [upload] = await select().where(
    and(isUnfinished, eq(uploads.id, uploadId), eq(uploads.ownerId, owner), eq(samples.status, "uploading")),
  );
  if (!upload) return null;
  const { multipartUploadId } = upload;
  return multipartUploadId ? ticketOf({ ...upload, multipartUploadId }, origin) : null;
}

async function uploadState(upload: StoredUpload): Promise<UploadState> {
  const { uploadId, sampleId, fileName, folderPath, sizeBytes, sha256, partSizeBytes } = upload;
  const { objectKey: key, multipartUploadId } = upload;
  const isInParts = multipartUploadId !== null && partSizeBytes !== null;
  const uploadedParts = isInParts ? await listParts({ key, uploadId: multipartUploadId }) : null;
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

/**
 * Which of these files the owner's library already has. Deleted, failed and unfinished ones do not count, nor those that
 * storage has lost.
 */
export async function findKnownBytes(
  owner: ActorId,
  sha256s: string[],
  executor: Executor = db(),
): Promise<KnownBytes[]> {
  return executor
    .selectDistinctOn([samples.sha256], { sha256: samples.sha256, sampleId: samples.id, fileName: samples.fileName })
    .from(samples)
    .where(
      and(
        eq(samples.ownerId, owner),
        inArray(samples.sha256, sha256s),
        inArray(samples.status, ["uploaded", "processing", "completed"]),
        isNull(samples.deletedAt),
        isNull(samples.originalMissingAt),
      ),
    )
    .orderBy(asc(samples.sha256), asc(samples.createdAt));
}
