import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { asSystem } from "@/lib/audit/sources";
import { artefactContent, OBJECT_PREFIXES, type ObjectPrefix } from "@/lib/objects/object-keys";
import { logger } from "@/lib/platform/logger";
import { abortMultipart, headObject, type ListedObject, listMultiparts, listObjects } from "@/lib/platform/s3";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findOpenMultiparts, findReferenced, readOriginals } from "./lookups";

/** Longer than anything that writes an object takes until its row is there, and than an upload may stay open. */
const ORPHAN_AGE_MS = 3 * 24 * 60 * 60 * 1000;
const KEYS_PER_LOOKUP = 1_000;
/**
 * More orphans than this, and more than a fifth of what was listed, means that this is not the database of that bucket.
 * Then nothing is deleted.
 */
const PLAUSIBLE_ORPHANS = 50;
const PLAUSIBLE_SHARE = 0.2;

export interface OrphanSweep {
  listed: number;
  orphans: number;
  /** False if there were too many to be true, so that nothing was deleted. */
  isPlausible: boolean;
}

/** Storage → rows: records objects for deletion that no row names and that are old enough. */
export async function sweepOrphans(prefix: ObjectPrefix, now = new Date()): Promise<OrphanSweep> {
  const oldest = new Date(now.getTime() - ORPHAN_AGE_MS);
  const orphans: string[] = [];
  let listed = 0;
  for await (const page of inPages(listObjects(prefix), KEYS_PER_LOOKUP)) {
    listed += page.length;
    const old = page.filter(({ lastModified }) => lastModified && lastModified < oldest).map(({ key }) => key);
    const named = old.length > 0 ? await findReferenced(prefix, old) : new Set();
    orphans.push(...old.filter((key) => !named.has(key)));
  }
  const isPlausible = orphans.length <= Math.max(PLAUSIBLE_ORPHANS, listed * PLAUSIBLE_SHARE);
  if (!isPlausible) {
    logger().error({ prefix, listed, orphans: orphans.length }, "too many objects belong to no row; none is deleted");
  } else if (orphans.length > 0) {
    const objects = orphans.map((objectKey) => ({ objectKey, sha256: artefactContent(objectKey) }));
    await inTransaction(asSystem(), (work) => work.forget(...objects));
    logger().warn({ prefix, listed, orphans: orphans.length }, "objects that belong to no row are deleted");
  }
  return { listed, orphans: orphans.length, isPlausible };
}

/** Aborts multipart uploads that no row knows. A store that cannot list them ends them by itself, as our own does. */
export async function sweepMultiparts(now = new Date()): Promise<number> {
  const oldest = new Date(now.getTime() - ORPHAN_AGE_MS);
  const open = await listMultiparts();
  const ours = open.filter(({ key, startedAt }) => isOurs(key) && startedAt && startedAt < oldest);
  if (ours.length === 0) return 0;
  const known = await findOpenMultiparts(ours.map(({ uploadId }) => uploadId));
  const forgotten = ours.filter(({ uploadId }) => !known.has(uploadId));
  for (const { key, uploadId } of forgotten) await abortMultipart({ key, uploadId });
  return forgotten.length;
}

const isOurs = (key: string) => OBJECT_PREFIXES.some((prefix) => key.startsWith(prefix));

/** Rows → storage: marks samples whose original is not there, and unmarks those where it is back. */
export async function markMissingOriginals(): Promise<{ missing: number; found: number }> {
  const listing = listObjects("originals/")[Symbol.asyncIterator]();
  let there = await listing.next();
  let [missing, found] = [0, 0];
  for await (const { sampleId, objectKey, missingAt } of readOriginals()) {
    while (!there.done && there.value.key < objectKey) there = await listing.next();
    // A listing may lag behind, so nothing is called missing that a direct question finds.
    const isThere = (!there.done && there.value.key === objectKey) || (await headObject(objectKey)) !== null;
    if (isThere === (missingAt === null)) continue;
    const originalMissingAt = isThere ? null : sql`now()`;
    await db().update(samples).set({ originalMissingAt }).where(eq(samples.id, sampleId));
    if (isThere) found += 1;
    else missing += 1;
  }
  if (missing > 0) logger().error({ missing }, "originals are missing from storage");
  return { missing, found };
}

async function* inPages(objects: AsyncIterable<ListedObject>, size: number): AsyncGenerator<ListedObject[]> {
  let page: ListedObject[] = [];
  for await (const object of objects) {
    page.push(object);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
