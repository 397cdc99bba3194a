import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
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
}

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
  } catch (error) {
    logger().warn({ err: error, objects: unshared.length }, "could not delete objects; the sweep tries again");
  }
}

/** @throws AppError `storage_unavailable` */
export async function removeFromStorage(objects: readonly ForgottenObject[]): Promise<void> {
  for (const { objectKey, multipartUploadId } of objects) {
    if (multipartUploadId) await abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  }
  await deleteObjects(objects.map(({ objectKey }) => objectKey));
}
