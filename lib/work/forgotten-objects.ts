import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
import { logger } from "@/lib/platform/logger";
import { abortMultipart, deleteObjects } from "@/lib/platform/s3";
import { PRESIGNED_URL_SECONDS } from "@/lib/platform/s3-presign";

/** Longer than an address signed before can still be written to. */
const LATE_WRITE_SECONDS = PRESIGNED_URL_SECONDS + 60;

export interface ForgottenObject {
  objectKey: string;
  multipartUploadId?: string | null;
  /** Of artefacts, which samples of the same bytes share: they stay while any sample needs them. */
  sha256?: string | null;
}

/** Notes, in the transaction that drops the last reference, that these objects are to be deleted. */
export async function writeForgotten(tx: Executor, objects: readonly ForgottenObject[]): Promise<void> {
  if (objects.length === 0) return;
  const after = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
  await tx
    .insert(objectDeletions)
    .values(objects.map((object) => ({ ...object, notBefore: after(object.sha256 ? 0 : LATE_WRITE_SECONDS) })))
    .onConflictDoNothing();
}

/**
 * After the commit: deletes what nobody shares at once if storage answers. The sweep does it again once no signed
 * address can be written to any more.
 */
export async function deleteForgotten(objects: readonly ForgottenObject[]): Promise<void> {
  const unshared = objects.filter(({ sha256 }) => !sha256);
  if (unshared.length === 0) return;
  try {
    await removeFromStorage(unshared);
  } catch (error) {
    logger().warn({ err: error, objects: unshared.length }, "objects stay until the sweep");
  }
}

/** @throws AppError `storage_unavailable` */
export async function removeFromStorage(objects: readonly ForgottenObject[]): Promise<void> {
  for (const { objectKey, multipartUploadId } of objects) {
    if (multipartUploadId) await abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  }
  await deleteObjects(objects.map(({ objectKey }) => objectKey));
}
