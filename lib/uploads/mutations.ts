import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { addToBatch, isOwnOpenBatch } from "@/lib/batches/writes";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { originalKey } from "@/lib/objects/object-keys";
import {
  abortMultipart,
  completeMultipart,
  createMultipart,
  headObject,
  listParts,
  presignParts,
} from "@/lib/platform/s3";
import { hasStorageRoom } from "@/lib/platform/storage-room";
import type { QuotaRefusal } from "@/lib/quotas/schema";
import { takeUpload } from "@/lib/quotas/writes";
import { queueAnalyses, removeSamples, waitingColumns } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { PART_SIZE_BYTES, SINGLE_PUT_MAX_BYTES, UPLOAD_EXPIRY_SECONDS } from "./constants";
import { findKnownBytes, findUpload, type StoredUpload } from "./data";
import { displayFolder, displayName } from "./file-name";
import { hasAllParts, partSizes } from "./parts";
import { type BeginUpload, beginUploadSchema, type SignedPart, signPartsSchema, type UploadTicket } from "./schema";
import { ticketOf } from "./ticket";

export type BeginRefusal =
  | { ok: false; reason: "already_owned"; sampleId: string }
  | { ok: false; reason: "no_room" }
  | { ok: false; reason: "batch_over" }
  | { ok: false; reason: "quota_exceeded"; quota: QuotaRefusal };

/**
 * Makes the sample and returns where to send its bytes: one PUT, or parts that are signed as they are needed. In storage
 * both are a multipart upload. Its end, by completing or cancelling, is the end of every address that was signed for it.
 */
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
  if (!(await hasStorageRoom(file.sizeBytes))) return { ok: false, reason: "no_room" };

  const sampleId = uuidv7();
  const objectKey = originalKey(sampleId);
  const multipartUploadId = (await createMultipart({ key: objectKey })).uploadId;
  const abort = () => abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  const partSizeBytes = file.sizeBytes <= SINGLE_PUT_MAX_BYTES ? null : PART_SIZE_BYTES;
  const upload = { sampleId, objectKey, multipartUploadId, partSizeBytes };
  const stored = await storeUpload(ctx, { ...file, ...upload }).catch(async (error) => {
    await abort();
    throw error;
  });
  if (!stored.ok) {
    await abort();
    return stored;
  }
  const begun = { ...upload, ...stored.value, ownerId: ctx.actor.id, sizeBytes: file.sizeBytes };
  return ok(await ticketOf(begun, origin));
}

type NewUpload = ReturnType<typeof beginUploadSchema.parse> & {
  sampleId: string;
  objectKey: string;
  multipartUploadId: string;
  partSizeBytes: number | null;
};

async function storeUpload(
  ctx: Ctx,
  file: NewUpload,
): Promise<{ ok: true; value: { uploadId: string } } | BeginRefusal> {
  const { sampleId, objectKey, multipartUploadId, partSizeBytes, sizeBytes, sha256, batchId } = file;
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    if (batchId && !(await isOwnOpenBatch(work, ownerId, batchId))) return { ok: false, reason: "batch_over" };
    const quota = await takeUpload(work, ownerId, sizeBytes);
    if (quota) return { ok: false, reason: "quota_exceeded", quota };
    await work.tx.insert(samples).values({
      id: sampleId,
      ownerId,
      fileName: displayName(file.fileName),
      folderPath: displayFolder(file.folderPath),
      sizeBytes,
      sha256,
      declaredType: displayName(file.declaredType),
    });
    const [row] = await work.tx
      .insert(uploads)
      .values({
        sampleId,
        ownerId,
        objectKey,
        sizeBytes,
        multipartUploadId,
        partSizeBytes,
        expiresAt: sql`now() + make_interval(secs => ${UPLOAD_EXPIRY_SECONDS})`,
      })
      .returning({ id: uploads.id });
    if (!row) throw new Error("insert returned no row");
    if (batchId) await addToBatch(work, batchId, [sampleId]);
    work.publish("sample.created", { sampleId, ownerId, status: "uploading" });
    return ok({ uploadId: row.id });
  });
}

/** Signs URLs for parts still to be uploaded. Each accepts exactly its part's size. */
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
  return ok(await presignParts({ key, uploadId: multipartUploadId, parts, origin, issuedTo: ctx.actor.id }));
}

export type CompleteRefusal = "not_found" | "incomplete" | "size_mismatch";

/**
 * Completes an upload. Asks storage whether the bytes are there, rather than trusting the client. Calling it again,
 * even at the same time, gives the same answer and starts only one analysis.
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

  if (await markUploaded(ctx, upload)) return ok({ sampleId: upload.sampleId, status: "uploaded" });
  const settled = await findUpload(ctx.actor.id, uploadId);
  return settled ? ok({ sampleId: settled.sampleId, status: settled.status }) : refused("not_found");
}

async function assembleParts(upload: StoredUpload): Promise<Result<null, "incomplete">> {
  const { objectKey: key, multipartUploadId, partSizeBytes, sizeBytes } = upload;
  // Begun by a version that signed the PUT of the whole object.
  if (!multipartUploadId) return ok(null);
  const parts = await listParts({ key, uploadId: multipartUploadId });
  // An earlier call has already completed the upload in storage. Whether the object exists decides.
  if (!parts) return ok(null);
  if (!hasAllParts(parts, sizeBytes, partSizeBytes ?? sizeBytes)) return refused("incomplete");
  const completed = await completeMultipart({ key, uploadId: multipartUploadId, parts });
  return completed.ok || completed.reason === "no_such_upload" ? ok(null) : refused("incomplete");
}

/** Returns false if another call came first, or the upload was cancelled. */
async function markUploaded(ctx: Ctx, { uploadId, sampleId, objectKey, sizeBytes }: StoredUpload): Promise<boolean> {
  return inTransaction(ctx, async (work) => {
    const waiting = await work.tx
      .update(samples)
      .set({ status: "uploaded", objectKey, statusChangedAt: sql`now()` })
      .where(and(eq(samples.id, sampleId), eq(samples.status, "uploading"), isNull(samples.deletedAt)))
      .returning(waitingColumns);
    if (waiting.length === 0) return false;
    await work.tx.update(uploads).set({ completedAt: sql`now()` }).where(eq(uploads.id, uploadId));
    await queueAnalyses(work, waiting);
    work.audit({ action: "sample.uploaded", target: { type: "sample", id: sampleId }, after: { sizeBytes } });
    return true;
  });
}

/** Cancels an unfinished upload and removes its row, object and parts. */
export async function cancelUpload(
  ctx: Ctx,
  uploadId: string,
): Promise<Result<null, "not_found" | "already_complete">> {
  requirePermission(ctx.actor, "samples:upload");
  const upload = await findUpload(ctx.actor.id, uploadId);
  if (!upload) return refused("not_found");
  const unfinished = and(eq(samples.id, upload.sampleId), eq(samples.status, "uploading"));
  return inTransaction(ctx, async (work) => {
    if ((await removeSamples(work, unfinished)) === 0) return refused("already_complete");
    work.audit({ action: "upload.cancelled", target: { type: "upload", id: uploadId } });
    return ok(null);
  });
}
