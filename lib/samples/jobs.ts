import "server-only";
import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import { asSystem } from "@/lib/audit/sources";
import { deleteDueObjects } from "@/lib/objects/jobs";
import { inTransaction } from "@/lib/work/unit-of-work";
import { UNDO_WINDOW_SECONDS } from "./constants";
import { removeSamples } from "./writes";

const PURGE_BATCH = 100;
/** Whoever deletes thousands at once has them removed by the sweep, in as many batches. */
const BATCHES_A_SWEEP = 20;
/** An original, two pictures, a playable copy and a cover. */
const OBJECTS_A_SAMPLE = 5;

/** Removes a sample for good if it is still deleted and can no longer be restored. */
export async function purgeSample(sampleId: string): Promise<{ purged: boolean }> {
  return { purged: (await purge(eq(samples.id, sampleId), UNDO_WINDOW_SECONDS)) > 0 };
}

/**
 * Removes samples that were deleted as part of many, or whose purge never ran because the executor was away when they
 * were deleted.
 */
export async function purgeOverdue(): Promise<number> {
  const overdue = sql`${samples.id} in (select id from ${samples} where deleted_at is not null order by deleted_at limit ${PURGE_BATCH})`;
  let purged = 0;
  for (let batch = 0; batch < BATCHES_A_SWEEP; batch += 1) {
    const removed = await purge(overdue, UNDO_WINDOW_SECONDS * 2);
    purged += removed;
    if (removed < PURGE_BATCH) break;
  }
  return purged;
}

async function purge(which: SQL, olderThanSeconds: number): Promise<number> {
  const expired = lt(samples.deletedAt, sql`now() - make_interval(secs => ${olderThanSeconds - 1})`);
  const removed = await inTransaction(asSystem(), (work) => removeSamples(work, and(which, expired)));
  if (removed > 0) await deleteDueObjects(removed * OBJECTS_A_SAMPLE);
  return removed;
}
