import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { batches } from "@/db/schema/batches";
import { type Ok, ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { BATCH_SAMPLES_MAX } from "./constants";
import { goOn, stopBatch } from "./jobs";
import { type BatchId, type BeginBatch, batchIdSchema, beginBatchSchema } from "./schema";
import { addDueToBatch, createBatch, openFailed } from "./writes";

const mine = (ctx: Ctx, id: string) => and(eq(batches.id, id), eq(batches.ownerId, ctx.actor.id));

/** Begins a batch for files that are about to be uploaded: each upload names it. */
export async function beginUploadBatch(ctx: Ctx, input: BeginBatch): Promise<Ok<{ id: string }>> {
  requirePermission(ctx.actor, "batches:create");
  await requireFlag(ctx.actor, "batches");
  const { name } = beginBatchSchema.parse(input);
  return inTransaction(ctx, async (work) =>
    ok({ id: await createBatch(work, { ownerId: ctx.actor.id, kind: "upload", name }) }),
  );
}

/**
 * Analyses samples again as one batch: those of the portions that are this person's own. Either all of them are in the
 * batch or there is none.
 */
export async function analyzeAgain(
  ctx: Ctx,
  input: BeginBatch,
  portions: AsyncIterable<string[]>,
): Promise<Result<{ id: string; total: number }, "nothing_selected" | "too_many">> {
  requirePermission(ctx.actor, "batches:create");
  await requireFlag(ctx.actor, "batches");
  const { name } = beginBatchSchema.parse(input);
  const ids: string[] = [];
  for await (const portion of portions) {
    ids.push(...portion);
    if (ids.length > BATCH_SAMPLES_MAX) return refused("too_many");
  }
  const ownerId = ctx.actor.id;
  const begun = await inTransaction(ctx, async (work) => {
    const id = await createBatch(work, { ownerId, kind: "analysis", name });
    const total = await addDueToBatch(work, id, ids);
    if (total === 0) {
      await work.tx.delete(batches).where(eq(batches.id, id));
      return null;
    }
    work.audit({ action: "batch.analysis_asked", target: { type: "batch", id }, after: { total } });
    return { id, total };
  });
  if (!begun) return refused("nothing_selected");
  await goOn(ownerId);
  return ok(begun);
}

/**
 * Stops a batch. What is being analysed is finished, and what waits keeps what it has. Unfinished uploads of it are
 * removed.
 */
export async function cancelBatch(ctx: Ctx, input: BatchId): Promise<Result<null, "not_found" | "already_ended">> {
  requirePermission(ctx.actor, "batches:create");
  await requireFlag(ctx.actor, "batches");
  const { id } = batchIdSchema.parse(input);
  const outcome = await inTransaction(ctx, async (work) => {
    const [cancelled] = await work.tx
      .update(batches)
      .set({ cancelledAt: sql`now()` })
      .where(and(mine(ctx, id), isNull(batches.endedAt), isNull(batches.cancelledAt)))
      .returning({ id: batches.id });
    if (!cancelled) return settledAlready(work, ctx, id);
    work.publish("batch.changed", { batchId: id, ownerId: ctx.actor.id });
    work.audit({ action: "batch.cancelled", target: { type: "batch", id } });
    return ok(null);
  });
  if (outcome.ok) {
    await stopBatch(id);
    // What comes after it need not wait for the sweep.
    await goOn(ctx.actor.id);
  }
  return outcome;
}

async function settledAlready(work: Work, ctx: Ctx, id: string) {
  const [row] = await work.tx.select({ cancelledAt: batches.cancelledAt }).from(batches).where(mine(ctx, id));
  if (!row) return refused("not_found");
  return row.cancelledAt ? ok(null) : refused("already_ended");
}

/** Analyses once more what failed or was stopped, where the file is still there. */
export async function retryBatch(
  ctx: Ctx,
  input: BatchId,
): Promise<Result<{ retried: number }, "not_found" | "nothing_to_retry">> {
  requirePermission(ctx.actor, "batches:create");
  await requireFlag(ctx.actor, "batches");
  const { id } = batchIdSchema.parse(input);
  const outcome = await inTransaction(ctx, async (work) => {
    const [batch] = await work.tx.select({ id: batches.id }).from(batches).where(mine(ctx, id)).for("update");
    if (!batch) return refused("not_found");
    const retried = await openFailed(work, id);
    if (retried === 0) return refused("nothing_to_retry");
    await work.tx.update(batches).set({ cancelledAt: null, endedAt: null }).where(eq(batches.id, id));
    work.publish("batch.changed", { batchId: id, ownerId: ctx.actor.id });
    work.audit({ action: "batch.retried", target: { type: "batch", id }, after: { retried } });
    return ok({ retried });
  });
  if (outcome.ok) await goOn(ctx.actor.id);
  return outcome;
}
