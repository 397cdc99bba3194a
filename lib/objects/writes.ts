import "server-only";
import { eq, sql } from "drizzle-orm";
import { objectDeletions } from "@/db/schema/object-deletions";
import type { ForgottenObject } from "@/lib/work/forgotten-objects";
import type { Work } from "@/lib/work/unit-of-work";

/** Notes an object before it is written. Unless it is kept within that time it is deleted: a crash leaves nothing. */
export async function reserveObject(work: Work, object: ForgottenObject, seconds: number): Promise<void> {
  const notBefore = sql`now() + make_interval(secs => ${seconds})`;
  await work.tx.insert(objectDeletions).values({ ...object, notBefore });
}

/** In the transaction that refers to a reserved object. Returns false if it is not reserved, or no longer. */
export async function keepObject(work: Work, objectKey: string): Promise<boolean> {
  const kept = await work.tx.delete(objectDeletions).where(eq(objectDeletions.objectKey, objectKey));
  return (kept.rowCount ?? 0) > 0;
}

/** One at a time decides about objects that all samples of the same bytes share; until the commit the others wait. */
export async function lockContent(work: Work, sha256: string): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`content:${sha256}`}, 0))`);
}
