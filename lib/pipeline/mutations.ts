import "server-only";
import { and, asc, eq, exists, gte, isNull, lt, or, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { systemSettings } from "@/db/schema/system-settings";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { announceSamples } from "@/lib/events/mutations";
import type { SampleStatus } from "@/lib/events/sample-event";
import { deleteForgottenNow, forgetObjects, lockContent } from "@/lib/objects/mutations";
import { enqueue, waitingColumns } from "@/lib/samples/mutations";
import { FORGOTTEN_SECONDS, LEASE_SECONDS, MAX_ATTEMPTS, SWEEP_BATCH, UNQUEUED_SECONDS } from "./constants";
import { isPaused, notPaused, PAUSE_SETTING } from "./pause/data";

/** One run of the pipeline over one sample. */
export interface RunOf {
  sampleId: string;
  runId: string;
}

const secondsAgo = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;
const leaseFromNow = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

/** Only the run that claimed the sample may write; what any other run does is lost. */
const ownedByRun = ({ sampleId, runId }: RunOf) =>
  and(eq(samples.id, sampleId), eq(samples.runId, runId), eq(samples.status, "processing"), isNull(samples.deletedAt));

const announceStatus = (tx: Executor, ownerId: string, sampleId: string, status: SampleStatus) =>
  announceSamples(tx, ownerId, [{ sampleId, change: "status", status }]);

/** A sample this run may work on. */
export interface ClaimedSample {
  ownerId: string;
  objectKey: string;
  sizeBytes: number;
}

/**
 * Takes a waiting sample for this run, or takes up again what this run had. Null where another run has it, it is gone,
 * or analyses are paused: it then waits for `resume`.
 */
export async function claimSample(run: RunOf): Promise<ClaimedSample | null> {
  return db().transaction(async (tx) => {
    const mayBegin = and(isNull(samples.deletedAt), notPaused);
    const waiting = and(eq(samples.id, run.sampleId), eq(samples.status, "uploaded"), mayBegin);
    const columns = { ownerId: samples.ownerId, objectKey: samples.objectKey, sizeBytes: samples.sizeBytes };
    const [taken] = await tx
      .update(samples)
      .set({
        status: "processing",
        runId: run.runId,
        leaseUntil: leaseFromNow,
        attempts: sql`${samples.attempts} + 1`,
        statusChangedAt: sql`now()`,
      })
      .where(waiting)
      .returning(columns);
    if (taken) await announceStatus(tx, taken.ownerId, run.sampleId, "processing");
    const [kept] = taken
      ? [taken]
      : await tx.update(samples).set({ leaseUntil: leaseFromNow }).where(ownedByRun(run)).returning(columns);
    return kept?.objectKey ? { ...kept, objectKey: kept.objectKey } : null;
  });
}

/** Says that the run is alive. False where the sample is no longer its. */
export async function renewLease(run: RunOf): Promise<boolean> {
  const renewed = await db().update(samples).set({ leaseUntil: leaseFromNow }).where(ownedByRun(run));
  return renewed.rowCount === 1;
}

/** Stores the hash as read, in place of the browser's. From here on artefacts of these bytes stay. */
export async function recordContent(run: RunOf, sha256: string): Promise<boolean> {
  return db().transaction(async (tx) => {
    await lockContent(tx, sha256);
    const stored = await tx.update(samples).set({ sha256, leaseUntil: leaseFromNow }).where(ownedByRun(run));
    return stored.rowCount === 1;
  });
}

/** The last transition of a run that found something. False where another run, or a delete, came first. */
export async function completeSample(run: RunOf): Promise<boolean> {
  return db().transaction(async (tx) => {
    const analysis = tx.select({ id: analyses.sampleId }).from(analyses).where(eq(analyses.sampleId, run.sampleId));
    const [row] = await tx
      .update(samples)
      .set({ status: "completed", failureCode: null, leaseUntil: null, statusChangedAt: sql`now()` })
      .where(and(ownedByRun(run), exists(analysis)))
      .returning({ ownerId: samples.ownerId });
    if (row) await announceStatus(tx, row.ownerId, run.sampleId, "completed");
    return row !== undefined;
  });
}

/** The last transition of a run that cannot go on. A refused file's object is deleted. */
export async function failSample(
  run: RunOf,
  code: AnalysisFailureCode,
  options: { deleteObject: boolean },
): Promise<boolean> {
  const objectKey = `originals/${run.sampleId}`;
  const failed = await db().transaction(async (tx) => {
    const [row] = await tx
      .update(samples)
      .set({
        status: "failed",
        failureCode: code,
        leaseUntil: null,
        statusChangedAt: sql`now()`,
        ...(options.deleteObject ? { objectKey: null } : {}),
      })
      .where(ownedByRun(run))
      .returning({ ownerId: samples.ownerId });
    if (!row) return false;
    if (options.deleteObject) await forgetObjects(tx, [{ objectKey }]);
    await announceStatus(tx, row.ownerId, run.sampleId, "failed");
    return true;
  });
  if (failed && options.deleteObject) await deleteForgottenNow([{ objectKey }]);
  return failed;
}

/** Puts samples whose run died back in the queue, and gives up those that died too often. */
export async function recoverAbandoned(): Promise<{ requeued: number; givenUp: number }> {
  const abandoned = and(eq(samples.status, "processing"), lt(samples.leaseUntil, sql`now()`));
  const candidates = await db().select({ id: samples.id }).from(samples).where(abandoned).limit(SWEEP_BATCH);
  let [requeued, givenUp] = [0, 0];
  for (const { id } of candidates) {
    const status = await db().transaction(async (tx) => {
      const still = and(eq(samples.id, id), abandoned);
      const cleared = { runId: null, leaseUntil: null, queuedAt: null, statusChangedAt: sql`now()` };
      const columns = { ownerId: samples.ownerId, status: samples.status };
      const hopeless = gte(samples.attempts, MAX_ATTEMPTS);
      const [given] = await tx
        .update(samples)
        .set({ ...cleared, status: "failed", failureCode: "internal" })
        .where(and(still, hopeless))
        .returning(columns);
      const [again] = given
        ? []
        : await tx
            .update(samples)
            .set({ ...cleared, status: "uploaded" })
            .where(still)
            .returning(columns);
      const row = given ?? again;
      if (row) await announceStatus(tx, row.ownerId, id, row.status);
      return row?.status;
    });
    if (status === "uploaded") requeued += 1;
    if (status === "failed") givenUp += 1;
  }
  return { requeued, givenUp };
}

/** Sends waiting samples to the executor that it never heard of, or forgot. Returns how many. */
export async function queueWaiting(): Promise<number> {
  const unheard = and(isNull(samples.queuedAt), lt(samples.statusChangedAt, secondsAgo(UNQUEUED_SECONDS)));
  const waiting = await db()
    .select(waitingColumns)
    .from(samples)
    .where(
      and(
        eq(samples.status, "uploaded"),
        isNull(samples.deletedAt),
        or(unheard, lt(samples.queuedAt, secondsAgo(FORGOTTEN_SECONDS))),
        notPaused,
      ),
    )
    .orderBy(asc(samples.statusChangedAt))
    .limit(SWEEP_BATCH);
  return (await enqueue(waiting)) ? waiting.length : 0;
}

/** Says whether analyses may begin; what has begun goes on. False where it was said already. */
export async function setAnalysisPaused(tx: Executor, paused: boolean): Promise<boolean> {
  const { name } = systemSettings;
  const changed = paused
    ? await tx
        .insert(systemSettings)
        .values({ name: PAUSE_SETTING, value: true })
        .onConflictDoNothing()
        .returning({ name })
    : await tx.delete(systemSettings).where(isPaused).returning({ name });
  if (!paused && changed.length > 0) await forgetQueued(tx);
  return changed.length > 0;
}

/**
 * Runs that came during the pause are over, and the executor starts no second one for the same wait: a millisecond
 * makes it another wait, and everybody keeps their place.
 */
async function forgetQueued(tx: Executor): Promise<void> {
  await tx
    .update(samples)
    .set({ queuedAt: null, statusChangedAt: sql`${samples.statusChangedAt} + interval '1 millisecond'` })
    .where(and(eq(samples.status, "uploaded"), isNull(samples.deletedAt)));
}

/** Stops an analysis that waits or runs; a worker that is at it is told with its next sign of life. The file stays. */
export async function cancelAnalysis(
  tx: Executor,
  sampleId: string,
): Promise<{ ownerId: string; status: SampleStatus } | null> {
  const under = and(eq(samples.id, sampleId), isNull(samples.deletedAt));
  const [before] = await tx.select({ status: samples.status }).from(samples).where(under).for("update");
  if (before?.status !== "uploaded" && before?.status !== "processing") return null;
  const code: AnalysisFailureCode = "cancelled";
  const cleared = { runId: null, leaseUntil: null, queuedAt: null, statusChangedAt: sql`now()` };
  const [row] = await tx
    .update(samples)
    .set({ status: "failed", failureCode: code, ...cleared })
    .where(under)
    .returning({ ownerId: samples.ownerId });
  if (!row) return null;
  await announceStatus(tx, row.ownerId, sampleId, "failed");
  return { ownerId: row.ownerId, status: before.status };
}
