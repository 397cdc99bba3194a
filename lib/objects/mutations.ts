import "server-only";
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { logger } from "@/lib/platform/logger";
import { abortMultipart, deleteObjects } from "@/lib/platform/s3";
import { PRESIGNED_URL_SECONDS } from "@/lib/platform/s3-presign";

/** Longer than an address signed before can still be written to. */
const LATE_WRITE_SECONDS = PRESIGNED_URL_SECONDS + 60;
const STILL_NEEDED_SECONDS = 600;

export interface ForgottenObject {
  objectKey: string;
  multipartUploadId?: string | null;
  /** Of artefacts, which samples of the same bytes share. */
  sha256?: string | null;
}

/** Notes, in the transaction that drops the last reference, that these objects are to go. */
export async function forgetObjects(tx: Executor, objects: ForgottenObject[]): Promise<void> {
  if (objects.length === 0) return;
  const after = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
  await tx
    .insert(objectDeletions)
    .values(objects.map((object) => ({ ...object, notBefore: after(object.sha256 ? 0 : LATE_WRITE_SECONDS) })))
    .onConflictDoNothing();
}

/** Notes an object before it is written: unless it is kept within that time, it goes. A crash then leaves nothing. */
export async function reserveObject(object: ForgottenObject, seconds: number): Promise<void> {
  const notBefore = sql`now() + make_interval(secs => ${seconds})`;
  await db()
    .insert(objectDeletions)
    .values({ ...object, notBefore });
}

/** In the transaction that refers to a reserved object. False where it is not, or no longer, reserved. */
export async function keepObject(tx: Executor, objectKey: string): Promise<boolean> {
  const kept = await tx.delete(objectDeletions).where(eq(objectDeletions.objectKey, objectKey));
  return (kept.rowCount ?? 0) > 0;
}

/** Serialises those who decide about objects shared by all samples of the same bytes. */
export async function lockContent(tx: Executor, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`content:${sha256}`}, 0))`);
}

/** Deletes originals at once where storage answers; the sweep repeats it once no signed address is left. */
export async function deleteForgottenNow(objects: ForgottenObject[]): Promise<void> {
  try {
    await removeFromStorage(objects);
  } catch (error) {
    logger().warn({ err: error, objects: objects.length }, "objects stay until the sweep");
  }
}

/** What the sweep does: everything due. Returns how many objects went. */
export async function deleteDueObjects(limit: number): Promise<number> {
  const { objectKey, multipartUploadId, sha256 } = objectDeletions;
  const due = await db()
    .select({ objectKey, multipartUploadId, sha256 })
    .from(objectDeletions)
    .where(lte(objectDeletions.notBefore, sql`now()`))
    .orderBy(asc(objectDeletions.notBefore))
    .limit(limit);
  const originals = due.filter((object) => !object.sha256);
  if (originals.length > 0) {
    await removeFromStorage(originals);
    await db()
      .delete(objectDeletions)
      .where(
        inArray(
          objectKey,
          originals.map((original) => original.objectKey),
        ),
      );
  }
  let removed = originals.length;
  for (const { objectKey: key, sha256: content } of due) {
    if (content && (await deleteArtefact(key, content))) removed += 1;
  }
  return removed;
}

async function removeFromStorage(objects: ForgottenObject[]): Promise<void> {
  for (const { objectKey, multipartUploadId } of objects) {
    if (multipartUploadId) await abortMultipart({ key: objectKey, uploadId: multipartUploadId });
  }
  await deleteObjects(objects.map(({ objectKey }) => objectKey));
}

/** Under the lock that `verify` takes before a sample gets these bytes, so that nobody comes to need it meanwhile. */
async function deleteArtefact(key: string, sha256: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    await lockContent(tx, sha256);
    const row = eq(objectDeletions.objectKey, key);
    const [used] = await tx
      .select({ sampleId: analyses.sampleId })
      .from(analyses)
      .where(and(eq(analyses.sha256, sha256), sql`${key} in (${analyses.peaksKey}, ${analyses.spectrogramKey})`))
      .limit(1);
    if (used) {
      await tx.delete(objectDeletions).where(row);
      return false;
    }
    const pending = inArray(samples.status, ["uploading", "uploaded", "processing"]);
    const [wanted] = await tx
      .select({ id: samples.id })
      .from(samples)
      .where(and(eq(samples.sha256, sha256), pending))
      .limit(1);
    if (wanted) {
      const notBefore = sql`now() + make_interval(secs => ${STILL_NEEDED_SECONDS})`;
      await tx.update(objectDeletions).set({ notBefore }).where(row);
      return false;
    }
    await deleteObjects([key]);
    await tx.delete(objectDeletions).where(row);
    return true;
  });
}
