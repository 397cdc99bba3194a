import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { asSystem } from "@/lib/audit/sources";
import { findNamed } from "@/lib/objects/lookups";
import { OBJECT_PREFIXES, type ObjectPrefix } from "@/lib/objects/object-keys";
import { logger } from "@/lib/platform/logger";
import { abortMultipart, headObject, type ListedObject, listMultiparts, listObjects } from "@/lib/platform/s3";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findOpenMultiparts, findRecorded, readOriginals } from "./lookups";
import { dropOrphans, noteStrangeObjects, recordOrphans } from "./writes";

/** Longer than anything that writes an object takes until its row is there, and than an upload may stay open. */
const ORPHAN_AGE_MS = 3 * 24 * 60 * 60 * 1000;
const KEYS_PER_LOOKUP = 1_000;
/** More orphans than this, and more than a fifth of what was listed, cannot come from a few crashes. */
const PLAUSIBLE_ORPHANS = 50;
const PLAUSIBLE_SHARE = 0.2;

export interface OrphanSweep {
  listed: number;
  orphans: number;
  /** False if this is probably not the database of that bucket. Then nothing is deleted. */
  isPlausible: boolean;
}

/**
 * Storage → rows: records objects that no row names and that are old enough. They are deleted days later, unless a row
 * names them by then: somebody may be about to restore the database that knows them.
 */
export async function sweepOrphans(prefix: ObjectPrefix, now = new Date()): Promise<OrphanSweep> {
  const { listed, named, orphans, fresh } = await compare(prefix, new Date(now.getTime() - ORPHAN_AGE_MS));
  const sweep = { listed, orphans, isPlausible: isPlausible({ listed, named, orphans }) };
  await inTransaction(asSystem(), async (work) => {
    await noteStrangeObjects(work, prefix, sweep);
    if (sweep.isPlausible) await recordOrphans(work, fresh);
    else await dropOrphans(work, prefix);
  });
  const facts = { prefix, listed, named, orphans };
  if (!sweep.isPlausible) logger().error(facts, "too many objects belong to no row; none is deleted");
  else if (fresh.length > 0) logger().warn(facts, "objects belong to no row; they are deleted in three days");
  return sweep;
}

interface Comparison {
  listed: number;
  named: number;
  orphans: number;
  /** Orphans that are not recorded yet. */
  fresh: string[];
}

async function compare(prefix: ObjectPrefix, oldest: Date): Promise<Comparison> {
  const found: Comparison = { listed: 0, named: 0, orphans: 0, fresh: [] };
  for await (const page of inPages(listObjects(prefix), KEYS_PER_LOOKUP)) {
    const named = await findNamed(page.map(({ key }) => key));
    const old = page.filter(({ lastModified }) => lastModified && lastModified < oldest).map(({ key }) => key);
    const nobodys = old.filter((key) => !named.has(key));
    const recorded = nobodys.length > 0 ? await findRecorded(nobodys) : new Map();
    const orphans = nobodys.filter((key) => recorded.get(key)?.isOrphan !== false);
    found.listed += page.length;
    found.named += named.size;
    found.orphans += orphans.length;
    found.fresh.push(...orphans.filter((key) => !recorded.has(key)));
  }
  return found;
}

/**
 * An empty database names nothing, and one that somebody has begun to fill names less than what is left of the old
 * one. So the orphans must not outnumber what is named, however few they are.
 */
function isPlausible({ listed, named, orphans }: Omit<Comparison, "fresh">): boolean {
  return orphans <= named && orphans <= Math.max(PLAUSIBLE_ORPHANS, listed * PLAUSIBLE_SHARE);
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
