import "server-only";
import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import { systemSettings } from "@/db/schema/system-settings";
import { FORGOTTEN_SECONDS, SWEEP_BATCH, UNQUEUED_SECONDS } from "@/lib/pipeline/constants";
import { queueAnalyses, waitingColumns } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { isPaused, notPaused, PAUSE_SETTING } from "./data";

const secondsAgo = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;

/** Hands waiting samples to the executor that were never handed to it, or that it forgot. Returns how many. */
export async function queueWaiting(work: Work): Promise<number> {
  const unqueued = and(isNull(samples.queuedAt), lt(samples.statusChangedAt, secondsAgo(UNQUEUED_SECONDS)));
  const forgotten = lt(samples.queuedAt, secondsAgo(FORGOTTEN_SECONDS));
  const waiting = await work.tx
    .select(waitingColumns)
    .from(samples)
    .where(and(eq(samples.status, "uploaded"), isNull(samples.deletedAt), or(unqueued, forgotten), notPaused))
    .orderBy(asc(samples.statusChangedAt))
    .limit(SWEEP_BATCH);
  await queueAnalyses(work, waiting);
  return waiting.length;
}

/** Sets whether analyses may begin; those that have begun go on. Returns false if that was already set. */
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
 * Runs that were started during the pause are over, and the executor starts no second one for the same wait. One
 * millisecond makes it another wait, and every sample keeps its place.
 */
async function queueAgain(work: Work): Promise<void> {
  await work.tx
    .update(samples)
    .set({ queuedAt: null, statusChangedAt: sql`${samples.statusChangedAt} + interval '1 millisecond'` })
    .where(and(eq(samples.status, "uploaded"), isNull(samples.deletedAt)));
  await queueWaiting(work);
}
