import "server-only";
import { inArray, sql } from "drizzle-orm";
import { objectDeletions } from "@/db/schema/object-deletions";
import type { ForgottenObject } from "@/lib/work/forgotten-objects";
import type { Work } from "@/lib/work/unit-of-work";

/**
 * Records an object before it is written. It is deleted unless it is kept in time, so that a crash leaves nothing
 * behind.
 */
export async function reserveObject(work: Work, object: ForgottenObject, seconds: number): Promise<void> {
  await reserveObjects(work, [object], seconds);
}

export async function reserveObjects(work: Work, objects: readonly ForgottenObject[], seconds: number): Promise<void> {
  const notBefore = sql`now() + make_interval(secs => ${seconds})`;
  await work.tx.insert(objectDeletions).values(objects.map((object) => ({ ...object, notBefore })));
}

/**
 * Keeps a reserved object. Call it in the transaction that refers to the object. Returns false if the object is not
 * reserved any more.
 */
export async function keepObject(work: Work, objectKey: string): Promise<boolean> {
  return (await keepObjects(work, [objectKey])).has(objectKey);
}

/** The same for several. Returns the keys of those that are kept. */
export async function keepObjects(work: Work, objectKeys: readonly string[]): Promise<Set<string>> {
  const kept = await work.tx
    .delete(objectDeletions)
    .where(inArray(objectDeletions.objectKey, [...objectKeys]))
    .returning({ objectKey: objectDeletions.objectKey });
  return new Set(kept.map((row) => row.objectKey));
}

/** Gives reserved objects up at once: the sweep deletes them. */
export async function giveUpObjects(work: Work, objectKeys: readonly string[]): Promise<void> {
  const mine = inArray(objectDeletions.objectKey, [...objectKeys]);
  await work.tx.update(objectDeletions).set({ notBefore: sql`now()` }).where(mine);
}

/** Lets only one transaction at a time decide about objects that samples with the same bytes share. */
export async function lockContent(work: Work, sha256: string): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`content:${sha256}`}, 0))`);
}
