import "server-only";
import { and, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import { queueEvents } from "@/lib/events/executor";
import { announceSamples } from "@/lib/events/mutations";
import type { SampleEvent } from "@/lib/events/sample-event";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { deleteDueObjects, deleteForgottenNow, type ForgottenObject, forgetObjects } from "@/lib/objects/mutations";
import { type BegunUpload, giveUploadsBack } from "@/lib/quotas/mutations";
import { UNDO_WINDOW_SECONDS } from "./constants";
import { queueAnalyses } from "./queue";
import { sampleIdSchema, sampleIdsSchema } from "./schema";

const PURGE_BATCH = 100;

/** What a sample is queued by. */
export const waitingColumns = {
  id: samples.id,
  ownerId: samples.ownerId,
  attempts: samples.attempts,
  statusChangedAt: samples.statusChangedAt,
};

/** Hidden at once, gone for good when the undo window has passed. Ids of others are passed over. */
export async function deleteSamples(ctx: Ctx, input: { ids: string[] }): Promise<Result<{ ids: string[] }>> {
  requirePermission(ctx.actor, "samples:delete");
  const ids = await setDeleted(ctx, input, "deleted");
  await queueEvents(ids.map(({ id, at }) => lifecycleEvent(ctx, "sample.deleted", id, at)));
  return ok({ ids: ids.map(({ id }) => id) });
}

/** Undoes a delete. Ids that are gone already are not in the answer. */
export async function restoreSamples(ctx: Ctx, input: { ids: string[] }): Promise<Result<{ ids: string[] }>> {
  requirePermission(ctx.actor, "samples:delete");
  const ids = await setDeleted(ctx, input, "restored");
  await queueEvents(ids.map(({ id, at }) => lifecycleEvent(ctx, "sample.restored", id, at)));
  return ok({ ids: ids.map(({ id }) => id) });
}

function lifecycleEvent(ctx: Ctx, name: "sample.deleted" | "sample.restored", sampleId: string, at: Date) {
  return { id: `${name}:${sampleId}:${at.getTime()}`, name, data: { sampleId, ownerId: ctx.actor.id } };
}

async function setDeleted(ctx: Ctx, input: { ids: string[] }, change: "deleted" | "restored") {
  const { ids } = sampleIdsSchema.parse(input);
  const owner = ctx.actor.id;
  return db().transaction(async (tx) => {
    const changed = await tx
      .update(samples)
      .set({ deletedAt: change === "deleted" ? sql`now()` : null })
      .where(
        and(
          inArray(samples.id, ids),
          eq(samples.ownerId, owner),
          change === "deleted" ? isNull(samples.deletedAt) : isNotNull(samples.deletedAt),
        ),
      )
      .returning({ id: samples.id, status: samples.status, at: sql`now()`.mapWith(samples.createdAt) });
    await announceSamples(
      tx,
      owner,
      changed.map(({ id, status }): SampleEvent => ({ sampleId: id, change, status })),
    );
    for (const { id } of changed) {
      await recordAudit(tx, ctx, { action: `sample.${change}`, target: { type: "sample", id } });
    }
    return changed;
  });
}

/** Analyses a failed sample once more, as long as its file is still there. */
export async function retryAnalysis(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<null, "not_found" | "not_retriable">> {
  requirePermission(ctx.actor, "analysis:run");
  const { id } = sampleIdSchema.parse(input);
  const mine = and(eq(samples.id, id), eq(samples.ownerId, ctx.actor.id), isNull(samples.deletedAt));
  const retried = await retryFailed(mine, (tx) =>
    recordAudit(tx, ctx, { action: "sample.analysis_retried", target: { type: "sample", id } }),
  );
  if (retried > 0) return ok(null);
  const [exists] = await db().select({ id: samples.id }).from(samples).where(mine);
  return refused(exists ? "not_retriable" : "not_found");
}

/** Puts failed samples whose file is still there back in the queue; how many. `record` writes the audit of each. */
export async function retryFailed(
  which: SQL | undefined,
  record: (tx: Executor, sampleId: string) => Promise<void>,
): Promise<number> {
  const retriable = and(which, eq(samples.status, "failed"), isNotNull(samples.objectKey), isNull(samples.deletedAt));
  const cleared = { failureCode: null, attempts: 0, runId: null, queuedAt: null, statusChangedAt: sql`now()` };
  const waiting = await db().transaction(async (tx) => {
    const rows = await tx
      .update(samples)
      .set({ status: "uploaded", ...cleared })
      .where(retriable)
      .returning(waitingColumns);
    // In one order for all, or two who retry samples of the same people could wait for each other.
    for (const ownerId of [...new Set(rows.map((row) => row.ownerId))].sort()) {
      const theirs = rows.filter((row) => row.ownerId === ownerId);
      await announceSamples(
        tx,
        ownerId,
        theirs.map(({ id }): SampleEvent => ({ sampleId: id, change: "status", status: "uploaded" })),
      );
    }
    for (const { id } of rows) await record(tx, id);
    return rows;
  });
  await enqueue(waiting);
  return waiting.length;
}

/** Hands waiting samples to the executor and notes that it took them; else the sweep will. */
export async function enqueue(waiting: Parameters<typeof queueAnalyses>[0]): Promise<boolean> {
  if (waiting.length === 0 || !(await queueAnalyses(waiting))) return false;
  const ids = waiting.map(({ id }) => id);
  await db()
    .update(samples)
    .set({ queuedAt: sql`now()` })
    .where(and(inArray(samples.id, ids), eq(samples.status, "uploaded")));
  return true;
}

/** Removes one sample for good if it is still deleted and its undo window has passed. */
export async function purgeSample(sampleId: string): Promise<{ purged: boolean }> {
  return { purged: (await purge(eq(samples.id, sampleId), UNDO_WINDOW_SECONDS)) > 0 };
}

/** The sweep's share: samples whose own purge never ran, because the executor was away when they were deleted. */
export async function purgeOverdue(): Promise<number> {
  const overdue = sql`${samples.id} in (select id from ${samples} where deleted_at is not null order by deleted_at limit ${PURGE_BATCH})`;
  return purge(overdue, UNDO_WINDOW_SECONDS * 2);
}

async function purge(which: SQL, olderThanSeconds: number): Promise<number> {
  const expired = lt(samples.deletedAt, sql`now() - make_interval(secs => ${olderThanSeconds - 1})`);
  const removed = await removeSamples(and(which, expired));
  if (removed > 0) await deleteDueObjects(removed * 3);
  return removed;
}

/**
 * Removes rows and everything they alone refer to. Also what cancels and expires an upload: one that was never
 * completed gives its place in the day's quota back. `record` writes the audit, last in the transaction.
 * Returns how many rows went; zero where the condition held for none.
 */
export async function removeSamples(which: SQL | undefined, record?: (tx: Executor) => Promise<void>): Promise<number> {
  const { removed, originals } = await db().transaction(async (tx) => {
    const doomed = await lockDoomed(tx, which);
    if (doomed.length === 0) return { removed: 0, originals: [] };
    await tx.delete(samples).where(
      inArray(
        samples.id,
        doomed.map(({ id }) => id),
      ),
    );
    await giveUploadsBack(tx, doomed.flatMap(unfinishedUploadOf));
    const originals = doomed.flatMap(originalOf);
    await forgetObjects(tx, [...originals, ...doomed.flatMap(artefactsOf)]);
    // In one order for all, or two who remove samples of the same people could wait for each other.
    for (const ownerId of [...new Set(doomed.map((row) => row.ownerId))].sort()) {
      const gone = doomed.filter((row) => row.ownerId === ownerId);
      await announceSamples(
        tx,
        ownerId,
        gone.map(({ id }): SampleEvent => ({ sampleId: id, change: "deleted" })),
      );
    }
    await record?.(tx);
    return { removed: doomed.length, originals };
  });
  await deleteForgottenNow(originals);
  return removed;
}

type Doomed = Awaited<ReturnType<typeof lockDoomed>>[number];

function lockDoomed(tx: Executor, which: SQL | undefined) {
  return tx
    .select({
      id: samples.id,
      ownerId: samples.ownerId,
      multipartUploadId: uploads.multipartUploadId,
      completedAt: uploads.completedAt,
      begunAt: uploads.createdAt,
      uploadKey: uploads.objectKey,
      sha256: analyses.sha256,
      peaksKey: analyses.peaksKey,
      spectrogramKey: analyses.spectrogramKey,
    })
    .from(samples)
    .leftJoin(uploads, eq(uploads.sampleId, samples.id))
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(which)
    .for("update", { of: samples });
}

function unfinishedUploadOf({ ownerId, begunAt, completedAt }: Doomed): BegunUpload[] {
  return begunAt && !completedAt ? [{ ownerId, begunAt }] : [];
}

function originalOf({ uploadKey, multipartUploadId, completedAt }: Doomed): ForgottenObject[] {
  return uploadKey ? [{ objectKey: uploadKey, multipartUploadId: completedAt ? null : multipartUploadId }] : [];
}

function artefactsOf({ sha256, peaksKey, spectrogramKey }: Doomed): ForgottenObject[] {
  if (!sha256 || !peaksKey || !spectrogramKey) return [];
  return [peaksKey, spectrogramKey].map((objectKey) => ({ objectKey, sha256 }));
}
