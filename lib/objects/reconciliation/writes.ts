import "server-only";
import { and, eq, like, sql } from "drizzle-orm";
import { objectDeletions } from "@/db/schema/object-deletions";
import { systemSettings } from "@/db/schema/system-settings";
import { artefactContent, type ObjectPrefix } from "@/lib/objects/object-keys";
import type { Work } from "@/lib/work/unit-of-work";
import { STRANGE_OBJECTS_SETTING, type StrangeObjects } from "./schema";

/** How long somebody has to restore the database that names an orphan, since it was first seen without a row. */
const ORPHAN_GRACE_DAYS = 3;
const ROWS_PER_INSERT = 1_000;

/** Records orphans for deletion, but not at once. One that is recorded already keeps its time. */
export async function recordOrphans(work: Work, keys: readonly string[]): Promise<void> {
  const notBefore = sql`now() + make_interval(days => ${ORPHAN_GRACE_DAYS})`;
  for (let start = 0; start < keys.length; start += ROWS_PER_INSERT) {
    const some = keys.slice(start, start + ROWS_PER_INSERT);
    await work.tx
      .insert(objectDeletions)
      .values(some.map((objectKey) => ({ objectKey, sha256: artefactContent(objectKey), isOrphan: true, notBefore })))
      .onConflictDoNothing();
  }
}

/** Takes back what `recordOrphans` recorded below this prefix. */
export async function dropOrphans(work: Work, prefix: ObjectPrefix): Promise<void> {
  const below = and(eq(objectDeletions.isOrphan, true), like(objectDeletions.objectKey, `${prefix}%`));
  await work.tx.delete(objectDeletions).where(below);
}

/** Keeps for the admin what a sweep found that cannot be true, until one finds nothing of the kind. */
export async function noteStrangeObjects(
  work: Work,
  prefix: ObjectPrefix,
  { listed, orphans, isPlausible }: { listed: number; orphans: number; isPlausible: boolean },
): Promise<void> {
  const name = STRANGE_OBJECTS_SETTING + prefix;
  if (isPlausible) {
    await work.tx.delete(systemSettings).where(eq(systemSettings.name, name));
    return;
  }
  const set = { value: { prefix, orphans, listed } satisfies StrangeObjects, updatedAt: sql`now()` };
  await work.tx
    .insert(systemSettings)
    .values({ name, ...set })
    .onConflictDoUpdate({ target: systemSettings.name, set });
}
