import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { abortMultipart, deleteObjects } from "@/lib/platform/s3";
import { PRESIGNED_URL_SECONDS } from "@/lib/platform/s3-presign";

/** Longer than a URL signed earlier can still be written to. */
const LATE_WRITE_SECONDS = PRESIGNED_URL_SECONDS + 60;

export interface ForgottenObject {
  objectKey: string;
  multipartUploadId?: string | null;
  /** Set for artefacts, which samples with the same bytes share: they stay while any sample needs them. */
  sha256?: string | null;
  /** Whose bytes they are. They count against that person until they are gone for good. */
  ownerId?: string;
  countedBytes?: number;
}

/**
 * Whether bytes can still arrive for this object after it was deleted. The part of an upload that is over may end in a
 * store elsewhere; our own store refuses it.
 */
export const mayComeBack = ({ multipartUploadId }: ForgottenObject): boolean =>
  Boolean(multipartUploadId) && !env.EMBEDDED_S3_DIR;

/** Records that these objects must be deleted. Call it in the transaction that drops the last reference. */
export async function writeForgotten(tx: Executor, objects: readonly ForgottenObject[]): Promise<void> {
  if (objects.length === 0) return;
  const after = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
  await tx
    .insert(objectDeletions)
    .values(objects.map((object) => ({ ...object, notBefore: after(object.sha256 ? 0 : LATE_WRITE_SECONDS) })))
    .onConflictDoNothing();
}

/**
 * Called after the commit: deletes unshared objects at once if storage answers. The sweep deletes them again when no
 * signed URL can write to them any more.
 */
export async function deleteForgotten(objects: readonly ForgottenObject[]): Promise<void> {
  const unshared = objects.filter(({ sha256 }) => !sha256);
  if (unshared.length === 0) return;
  try {
    await removeFromStorage(unshared);
    await stopCounting(unshared.filter((object) => !mayComeBack(object)));
  } catch (error) {
    logger().warn({ err: error, objects: unshared.length }, "could not delete objects; the sweep tries again");
  }
}

async function stopCounting(gone: readonly ForgottenObject[]): Promise<void> {
  const keys = gone.filter(({ countedBytes }) => countedBytes).map(({ objectKey }) => objectKey);
  if (keys.length === 0) return;
  await db().update(objectDeletions).set({ countedBytes: 0 }).where(inArray(objectDeletions.objectKey, keys));
}

/** @throws AppError `storage_unavailable` */
export async function removeFromStorage(objects: readonly ForgottenObject[]): Promise<void> {
  for (const { objectKey, multipartUploadId } of objects) {
    if (multipartUploadId) await abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  }
  await deleteObjects(objects.map(({ objectKey }) => objectKey));
}
