import "server-only";
import { and, eq, exists, gte, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { type Refusal, storedFailure } from "@/lib/analysis/record/failures";
import { asSystem } from "@/lib/audit/sources";
import { originalKey } from "@/lib/objects/object-keys";
import { lockContent } from "@/lib/objects/writes";
import { LEASE_SECONDS, MAX_ATTEMPTS, SWEEP_BATCH } from "@/lib/pipeline/constants";
import { notPaused } from "@/lib/pipeline/queue/data";
import { endedWithoutResult, queueAnalyses, waitingColumns } from "@/lib/samples/writes";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { ownedByRun, type RunOf } from "./writes";

const leaseFromNow = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

/** A sample that a run may work on. */
export interface ClaimedSample {
  ownerId: string;
  objectKey: string;
  sizeBytes: number;
}

/**
 * Claims a waiting sample for this run, or continues with one that it already owns. Returns null if another run owns
 * it, if it is gone, or if analyses are paused: then it waits until they are resumed.
 */
export async function claimSample(run: RunOf): Promise<ClaimedSample | null> {
  return inTransaction(asSystem(), async (work) => {
    const mayBegin = and(isNull(samples.deletedAt), notPaused);
    const waiting = and(eq(samples.id, run.sampleId), eq(samples.status, "uploaded"), mayBegin);
    const columns = { ownerId: samples.ownerId, objectKey: samples.objectKey, sizeBytes: samples.sizeBytes };
    const [taken] = await work.tx
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
    if (taken) publishStatus(work, run, taken.ownerId, "processing");
    const [kept] = taken
      ? [taken]
      : await work.tx.update(samples).set({ leaseUntil: leaseFromNow }).where(ownedByRun(run)).returning(columns);
    return kept?.objectKey ? { ...kept, objectKey: kept.objectKey } : null;
  });
}

function publishStatus(
  work: Work,
  { sampleId }: RunOf,
  ownerId: string,
  status: "processing" | "completed" | "failed",
): void {
  work.publish("sample.status_changed", { sampleId, ownerId, status });
}

/** Renews the run's lease. Returns false if the run no longer owns the sample. */
export async function renewLease(run: RunOf): Promise<boolean> {
  const renewed = await db().update(samples).set({ leaseUntil: leaseFromNow }).where(ownedByRun(run));
  return renewed.rowCount === 1;
}

/** Replaces the browser's hash by the one computed from the bytes. From here on, artefacts of these bytes are kept. */
export async function recordContent(run: RunOf, sha256: string): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    await lockContent(work, sha256);
    const stored = await work.tx.update(samples).set({ sha256, leaseUntil: leaseFromNow }).where(ownedByRun(run));
    return stored.rowCount === 1;
  });
}

/** The final transition of a successful run. Returns false if another run or a deletion came first. */
export async function completeSample(run: RunOf): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    const { tx } = work;
    const analysis = tx.select({ id: analyses.sampleId }).from(analyses).where(eq(analyses.sampleId, run.sampleId));
    const [row] = await tx
      .update(samples)
      .set({
        status: "completed",
        failureCode: null,
        leaseUntil: null,
        reanalysisAskedAt: null,
        statusChangedAt: sql`now()`,
      })
      .where(and(ownedByRun(run), exists(analysis)))
      .returning({ ownerId: samples.ownerId });
    if (row) publishStatus(work, run, row.ownerId, "completed");
    return row !== undefined;
  });
}

/**
 * The final transition of a run that cannot go on. `deleteObject` deletes the file as well, because it was refused. A file
 * that was analysed before stays, and so do its results.
 */
export async function failSample(run: RunOf, failure: Refusal, options: { deleteObject: boolean }): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    const kept = sql`case when ${samples.reanalysisAskedAt} is not null then ${samples.objectKey} end`;
    const [row] = await work.tx
      .update(samples)
      .set({
        ...endedWithoutResult,
        failureCode: storedFailure(failure),
        leaseUntil: null,
        ...(options.deleteObject ? { objectKey: kept } : {}),
      })
      .where(ownedByRun(run))
      .returning({ ownerId: samples.ownerId, sizeBytes: samples.sizeBytes, status: samples.status });
    if (!row) return false;
    const { ownerId, sizeBytes: countedBytes } = row;
    const status = row.status === "completed" ? "completed" : "failed";
    if (options.deleteObject && status === "failed")
      work.forget({ objectKey: originalKey(run.sampleId), ownerId, countedBytes });
    publishStatus(work, run, ownerId, status);
    return true;
  });
}

/** Ends a run of a file that was expected to be short, and queues the sample among the long ones. */
export async function moveToFullLane(run: RunOf): Promise<void> {
  await inTransaction(asSystem(), async (work) => {
    const waiting = await work.tx
      .update(samples)
      .set({
        status: "uploaded",
        lane: "full",
        runId: null,
        leaseUntil: null,
        attempts: sql`greatest(${samples.attempts} - 1, 0)`,
        statusChangedAt: sql`now()`,
      })
      .where(ownedByRun(run))
      .returning(waitingColumns);
    await queueAnalyses(work, waiting);
  });
}

const abandoned = () => and(eq(samples.status, "processing"), lt(samples.leaseUntil, sql`now()`));

/** Queues samples again whose run died, and gives up those that died too often. */
export async function recoverAbandoned(): Promise<{ requeued: number; givenUp: number }> {
  const candidates = await db().select({ id: samples.id }).from(samples).where(abandoned()).limit(SWEEP_BATCH);
  let [requeued, givenUp] = [0, 0];
  for (const { id } of candidates) {
    const outcome = await inTransaction(asSystem(), (work) => recover(work, id));
    if (outcome === "requeued") requeued += 1;
    if (outcome === "given_up") givenUp += 1;
  }
  return { requeued, givenUp };
}

/** Returns null if the run has renewed its lease after all. */
async function recover(work: Work, sampleId: string): Promise<"requeued" | "given_up" | null> {
  const still = and(eq(samples.id, sampleId), abandoned());
  const cleared = { runId: null, leaseUntil: null, queuedAt: null, statusChangedAt: sql`now()` };
  const [given] = await work.tx
    .update(samples)
    .set({ ...cleared, ...endedWithoutResult, failureCode: "internal" })
    .where(and(still, gte(samples.attempts, MAX_ATTEMPTS)))
    .returning({ ownerId: samples.ownerId, status: samples.status });
  if (given) {
    work.publish("sample.status_changed", { sampleId, ...given });
    return "given_up";
  }
  const waiting = await work.tx
    .update(samples)
    .set({ ...cleared, status: "uploaded" })
    .where(still)
    .returning(waitingColumns);
  await queueAnalyses(work, waiting);
  return waiting.length > 0 ? "requeued" : null;
}
