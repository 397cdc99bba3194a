import "server-only";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import { announceSamples } from "@/lib/events/mutations";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import {
  abortMultipart,
  completeMultipart,
  createMultipart,
  headObject,
  listParts,
  presignParts,
  presignPut,
} from "@/lib/platform/s3";
import { PRESIGNED_URL_SECONDS } from "@/lib/platform/s3-presign";
import { takeUpload } from "@/lib/quotas/mutations";
import type { QuotaRefusal } from "@/lib/quotas/schema";
import { enqueue, removeSamples, waitingColumns } from "@/lib/samples/mutations";
import { PART_SIZE_BYTES, SINGLE_PUT_MAX_BYTES, UPLOAD_EXPIRY_SECONDS } from "./constants";
import { findKnownBytes, findUpload, type StoredUpload } from "./data";
import { displayFolder, displayName } from "./file-name";
import { hasAllParts, partSizes } from "./parts";
import { type BeginUpload, beginUploadSchema, type SignedPart, signPartsSchema, type UploadTicket } from "./schema";

const EXPIRE_BATCH = 200;

export type BeginRefusal =
  | { ok: false; reason: "already_owned"; sampleId: string }
  | { ok: false; reason: "quota_exceeded"; quota: QuotaRefusal };

/** Makes the sample and says where its bytes go: one presigned PUT, or parts to be signed as they come. */
export async function beginUpload(
  ctx: Ctx,
  input: BeginUpload,
  origin: string,
): Promise<{ ok: true; value: UploadTicket } | BeginRefusal> {
  requirePermission(ctx.actor, "samples:upload");
  const file = beginUploadSchema.parse(input);
  if (file.folderPath !== "") await requireFlag(ctx.actor, "folder-upload");
  const [known] = await findKnownBytes(ctx.actor.id, [file.sha256]);
  if (known) return { ok: false, reason: "already_owned", sampleId: known.sampleId };

  const sampleId = uuidv7();
  const objectKey = `originals/${sampleId}`;
  const single = file.sizeBytes <= SINGLE_PUT_MAX_BYTES;
  const multipartUploadId = single ? null : (await createMultipart({ key: objectKey })).uploadId;
  const abort = async () => {
    if (multipartUploadId) await abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  };
  const stored = await storeUpload(ctx, { ...file, sampleId, objectKey, multipartUploadId }).catch(async (error) => {
    await abort();
    throw error;
  });
  if (!stored.ok) {
    await abort();
    return stored;
  }
  const { uploadId } = stored.value;
  if (!single) {
    const partCount = Math.ceil(file.sizeBytes / PART_SIZE_BYTES);
    return ok({ uploadId, sampleId, kind: "multipart", partSizeBytes: PART_SIZE_BYTES, partCount });
  }
  return ok({ uploadId, sampleId, kind: "single", ...(await presignWhole(objectKey, file.sizeBytes, origin)) });
}

function presignWhole(key: string, contentLength: number, origin: string) {
  return presignPut({ key, contentLength, origin, expiresSeconds: PRESIGNED_URL_SECONDS });
}

type NewUpload = ReturnType<typeof beginUploadSchema.parse> & {
  sampleId: string;
  objectKey: string;
  multipartUploadId: string | null;
};

async function storeUpload(
  ctx: Ctx,
  file: NewUpload,
): Promise<{ ok: true; value: { uploadId: string } } | BeginRefusal> {
  const { sampleId, objectKey, multipartUploadId, sizeBytes, sha256 } = file;
  const ownerId = ctx.actor.id;
  return db().transaction(async (tx) => {
    const quota = await takeUpload(tx, ownerId, sizeBytes);
    if (quota) return { ok: false, reason: "quota_exceeded", quota };
    await tx.insert(samples).values({
      id: sampleId,
      ownerId,
      fileName: displayName(file.fileName),
      folderPath: displayFolder(file.folderPath),
      sizeBytes,
      sha256,
      declaredType: displayName(file.declaredType),
    });
    const [row] = await tx
      .insert(uploads)
      .values({
        sampleId,
        ownerId,
        objectKey,
        sizeBytes,
        multipartUploadId,
        partSizeBytes: multipartUploadId ? PART_SIZE_BYTES : null,
        expiresAt: sql`now() + make_interval(secs => ${UPLOAD_EXPIRY_SECONDS})`,
      })
      .returning({ id: uploads.id });
    if (!row) throw new Error("insert returned no row");
    await announceSamples(tx, ownerId, [{ sampleId, change: "created", status: "uploading" }]);
    return ok({ uploadId: row.id });
  });
}

/** Addresses for parts that are still to come; each takes exactly its part's size. */
export async function signParts(
  ctx: Ctx,
  uploadId: string,
  input: { partNumbers: number[] },
  origin: string,
): Promise<Result<SignedPart[], "not_found" | "not_multipart" | "no_such_part">> {
  requirePermission(ctx.actor, "samples:upload");
  const { partNumbers } = signPartsSchema.parse(input);
  const upload = await findUpload(ctx.actor.id, uploadId);
  if (!upload || upload.completedAt) return refused("not_found");
  if (!upload.multipartUploadId || !upload.partSizeBytes) return refused("not_multipart");
  const sizes = partSizes(upload.sizeBytes, upload.partSizeBytes);
  const parts = partNumbers.map((partNumber) => ({ partNumber, sizeBytes: sizes[partNumber - 1] ?? 0 }));
  if (parts.some((part) => part.sizeBytes === 0)) return refused("no_such_part");
  const { objectKey: key, multipartUploadId } = upload;
  return ok(
    await presignParts({ key, uploadId: multipartUploadId, parts, origin, expiresSeconds: PRESIGNED_URL_SECONDS }),
  );
}

export type CompleteRefusal = "not_found" | "incomplete" | "size_mismatch";

/**
 * The bytes are there: storage is asked, never the client. Calling it again, or twice at once, gives the same
 * answer and starts one analysis.
 */
export async function completeUpload(
  ctx: Ctx,
  uploadId: string,
): Promise<Result<{ sampleId: string; status: StoredUpload["status"] }, CompleteRefusal>> {
  requirePermission(ctx.actor, "samples:upload");
  const upload = await findUpload(ctx.actor.id, uploadId);
  if (!upload) return refused("not_found");
  if (upload.completedAt) return ok({ sampleId: upload.sampleId, status: upload.status });

  const assembled = await assembleParts(upload);
  if (!assembled.ok) return assembled;
  const object = await headObject(upload.objectKey);
  if (!object) return refused("incomplete");
  if (object.sizeBytes !== upload.sizeBytes) return refused("size_mismatch");

  const waiting = await markUploaded(ctx, upload);
  if (waiting) {
    await enqueue([waiting]);
    return ok({ sampleId: upload.sampleId, status: "uploaded" });
  }
  const settled = await findUpload(ctx.actor.id, uploadId);
  return settled ? ok({ sampleId: settled.sampleId, status: settled.status }) : refused("not_found");
}

async function assembleParts(upload: StoredUpload): Promise<Result<null, "incomplete">> {
  const { objectKey: key, multipartUploadId, partSizeBytes, sizeBytes } = upload;
  if (!multipartUploadId || !partSizeBytes) return ok(null);
  const parts = await listParts({ key, uploadId: multipartUploadId });
  // No such upload: a complete before this one got as far as storage. Whether the object is there decides.
  if (!parts) return ok(null);
  if (!hasAllParts(parts, sizeBytes, partSizeBytes)) return refused("incomplete");
  const completed = await completeMultipart({ key, uploadId: multipartUploadId, parts });
  return completed.ok || completed.reason === "no_such_upload" ? ok(null) : refused("incomplete");
}

async function markUploaded(ctx: Ctx, { uploadId, sampleId, objectKey, sizeBytes }: StoredUpload) {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .update(samples)
      .set({ status: "uploaded", objectKey, statusChangedAt: sql`now()` })
      .where(and(eq(samples.id, sampleId), eq(samples.status, "uploading"), isNull(samples.deletedAt)))
      .returning(waitingColumns);
    if (!row) return null;
    await tx.update(uploads).set({ completedAt: sql`now()` }).where(eq(uploads.id, uploadId));
    await announceSamples(tx, row.ownerId, [{ sampleId, change: "status", status: "uploaded" }]);
    await recordAudit(tx, ctx, {
      action: "sample.uploaded",
      target: { type: "sample", id: sampleId },
      after: { sizeBytes },
    });
    return row;
  });
}

/** Gives an unfinished upload up: its row, its object and its parts go. */
export async function cancelUpload(
  ctx: Ctx,
  uploadId: string,
): Promise<Result<null, "not_found" | "already_complete">> {
  requirePermission(ctx.actor, "samples:upload");
  const upload = await findUpload(ctx.actor.id, uploadId);
  if (!upload) return refused("not_found");
  const unfinished = and(eq(samples.id, upload.sampleId), eq(samples.status, "uploading"));
  const removed = await removeSamples(unfinished, (tx) =>
    recordAudit(tx, ctx, { action: "upload.cancelled", target: { type: "upload", id: uploadId } }),
  );
  return removed > 0 ? ok(null) : refused("already_complete");
}

/** The sweep's share: uploads that nobody finished in time. Returns how many went. */
export async function expireUploads(): Promise<number> {
  const expired = await db()
    .select({ sampleId: uploads.sampleId })
    .from(uploads)
    .where(and(isNull(uploads.completedAt), lt(uploads.expiresAt, sql`now()`)))
    .limit(EXPIRE_BATCH);
  if (expired.length === 0) return 0;
  const ids = expired.map(({ sampleId }) => sampleId);
  return removeSamples(and(inArray(samples.id, ids), eq(samples.status, "uploading")));
}
