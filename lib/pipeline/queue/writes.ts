import "server-only";
import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import { systemSettings } from "@/db/schema/system-settings";
import { SWEEP_BATCH, UNQUEUED_SECONDS } from "@/lib/pipeline/constants";
import { lockInOrder, queueAnalyses, waitingColumns } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { isPaused, notPaused, PAUSE_SETTING } from "./data";
import { findForgotten } from "./lookups";

/**
 * Hands waiting samples to the executor that it never got or has forgotten. A run too many costs nothing: only one can
 * claim the sample. Returns how many.
 */
export async function queueWaiting(work: Work): Promise<number> {
  const longAgo = sql`now() - make_interval(secs => ${UNQUEUED_SECONDS})`;
  const unqueued = and(isNull(samples.queuedAt), lt(samples.statusChangedAt, longAgo));
  const forgotten = inArray(samples.id, await findForgotten(work.tx));
  const waiting = await work.tx
    .select(waitingColumns)
    .from(samples)
    .where(and(eq(samples.status, "uploaded"), isNull(samples.deletedAt), or(unqueued, forgotten), notPaused))
    .orderBy(asc(samples.statusChangedAt))
    .limit(SWEEP_BATCH);
  await queueAnalyses(work, waiting);
  return waiting.length;
}

/** Pauses or resumes analyses. Running ones go on. Returns false if nothing changed. */
export async function setAnalysisPaused(work: Work, paused: boolean): Promise<boolean> {
  const { name } = systemSettings;
  const changed = paused
    ? await work.tx
        .insert(systemSettings)
        .values({ name: PAUSE_SETTING, value: true })
        .onConflictDoNothing()
        .returning({ name })
    : await work.tx.delete(systemSettings).where(isPaused).returning({ name });
  if (changed.length === 0) return false;
  if (!paused) await queueAgain(work);
  return true;
}

/**
 * Runs started during the pause have ended, and the executor does not start another for the same wait. Adding one
 * millisecond makes it a new wait, and every sample keeps its place in the queue.
 */
async function queueAgain(work: Work): Promise<void> {
  const waiting = and(eq(samples.status, "uploaded"), isNull(samples.deletedAt));
  await lockInOrder(work, waiting);
  await work.tx
    .update(samples)
    .set({ queuedAt: null, statusChangedAt: sql`${samples.statusChangedAt} + interval '1 millisecond'` })
    .where(waiting);
  await queueWaiting(work);
}
