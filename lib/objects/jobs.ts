import "server-only";
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { asSystem } from "@/lib/audit/sources";
import { deleteObjects } from "@/lib/platform/s3";
import { mayComeBack, removeFromStorage } from "@/lib/work/forgotten-objects";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findNamed } from "./lookups";
import { lockContent } from "./writes";

const STILL_NEEDED_SECONDS = 600;
/** A body that was on its way when its address expired can still arrive, however slow its line. */
const SLOWEST_BODY_SECONDS = 24 * 60 * 60;

/** Deletes every object that is due. Returns how many were deleted. */
export async function deleteDueObjects(limit: number): Promise<number> {
  const { objectKey, multipartUploadId, sha256, createdAt, isOrphan } = objectDeletions;
  const isYoung = sql<boolean>`${createdAt} > now() - make_interval(secs => ${SLOWEST_BODY_SECONDS})`;
  const dueByNow = await db()
    .select({ objectKey, multipartUploadId, sha256, isYoung, isOrphan })
    .from(objectDeletions)
    .where(lte(objectDeletions.notBefore, sql`now()`))
    .orderBy(asc(objectDeletions.notBefore))
    .limit(limit);
  const due = await withoutFound(dueByNow);
  const originals = due.filter((object) => !object.sha256);
  if (originals.length > 0) {
    await removeFromStorage(originals);
    const isKept = (original: (typeof due)[number]) => original.isYoung && mayComeBack(original);
    await deleteAgainLater(originals.filter(isKept).map((original) => original.objectKey));
    const done = originals.filter((original) => !isKept(original)).map((original) => original.objectKey);
    await db().delete(objectDeletions).where(inArray(objectKey, done));
  }
  let removed = originals.length;
  for (const { objectKey: key, sha256: content } of due) {
    if (content && (await deleteArtefact(key, content))) removed += 1;
  }
  return removed;
}

/** Leaves out orphans that a row names by now, and keeps them for good. */
async function withoutFound<Due extends { objectKey: string; isOrphan: boolean }>(due: readonly Due[]): Promise<Due[]> {
  const orphans = due.filter(({ isOrphan }) => isOrphan).map(({ objectKey }) => objectKey);
  const found = await findNamed(orphans);
  if (found.size === 0) return [...due];
  const kept = and(eq(objectDeletions.isOrphan, true), inArray(objectDeletions.objectKey, [...found]));
  await db().delete(objectDeletions).where(kept);
  return due.filter(({ objectKey }) => !found.has(objectKey));
}

const isArtefact = (key: string) =>
  sql`${key} in (${analyses.peaksKey}, ${analyses.spectrogramKey}, ${analyses.playableKey})`;
async function deleteAgainLater(keys: string[]): Promise<void> {
  const notBefore = sql`${objectDeletions.createdAt} + make_interval(secs => ${SLOWEST_BODY_SECONDS})`;
  await db()
    .update(objectDeletions)
    .set({ notBefore, countedBytes: 0 })
    .where(inArray(objectDeletions.objectKey, keys));
}

/**
 * Deletes an artefact that nothing uses. Holds the lock that `verify` takes before a sample gets these bytes, so that
 * no sample starts to need it meanwhile.
 */
async function deleteArtefact(key: string, sha256: string): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    const { tx } = work;
    await lockContent(work, sha256);
    const row = eq(objectDeletions.objectKey, key);
    const [used] = await tx
      .select({ sampleId: analyses.sampleId })
      .from(analyses)
      .where(and(eq(analyses.sha256, sha256), isArtefact(key)))
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
