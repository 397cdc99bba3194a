import "server-only";
import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { batches, batchItems } from "@/db/schema/batches";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { BATCHES_KEPT_DAYS } from "./constants";
import { isOpen } from "./effective-values";
import { endIfFinished, handOver, keepOutcomes, stopWaiting } from "./writes";

const OWNERS_A_SWEEP = 200;

/**
 * After the analysis of a sample has ended: keeps what became of it in its batches, and hands over what comes next. For
 * a sample of no batch this is two look-ups.
 */
export async function followSample(sampleId: string): Promise<void> {
  const found = await db()
    .select({ batchId: batchItems.batchId })
    .from(batchItems)
    .where(and(eq(batchItems.sampleId, sampleId), isOpen))
    .orderBy(asc(batchItems.batchId));
  if (found.length > 0) {
    await inTransaction(asSystem(), async (work) => {
      await keepOutcomes(work, eq(batchItems.sampleId, sampleId));
      for (const { batchId } of found) await endIfFinished(work, batchId);
    });
  }
  const { rows } = await db().execute<{ ownerId: string }>(sql`
    select owner_id as "ownerId" from batches where ended_at is null and cancelled_at is null
      and owner_id = (select owner_id from samples where id = ${sampleId})
      and exists (select 1 from batch_items where batch_id = batches.id and is_due) limit 1`);
  for (const { ownerId } of rows) await goOn(ownerId);
}

/** Hands over as much of a person's batches as there is room for. Returns how many samples. */
export const goOn = (ownerId: string): Promise<number> => inTransaction(asSystem(), (work) => handOver(work, ownerId));

/** Stops all that waits in a cancelled batch. */
export async function stopBatch(batchId: string): Promise<void> {
  while (await inTransaction(asSystem(), (work) => stopWaiting(work, batchId)));
  await inTransaction(asSystem(), async (work) => {
    await keepOutcomes(work, eq(batchItems.batchId, batchId));
    await endIfFinished(work, batchId);
  });
}

/** Every minute: goes on with what a killed process or a lost event left lying. Returns how many samples were handed over. */
export async function sweepBatches(): Promise<{ handedOver: number }> {
  const open = await db()
    .select({ id: batches.id, ownerId: batches.ownerId, cancelledAt: batches.cancelledAt })
    .from(batches)
    .where(isNull(batches.endedAt))
    .orderBy(asc(batches.id))
    .limit(OWNERS_A_SWEEP);
  for (const { id, cancelledAt } of open) {
    if (cancelledAt) await stopBatch(id);
    else {
      await inTransaction(asSystem(), async (work) => {
        await keepOutcomes(work, eq(batchItems.batchId, id));
        await endIfFinished(work, id);
      });
    }
  }
  let handedOver = 0;
  for (const ownerId of new Set(open.map((batch) => batch.ownerId))) handedOver += await goOn(ownerId);
  await forgetOldBatches();
  return { handedOver };
}

/** What was begun and never got a sample, and what ended long ago. */
async function forgetOldBatches(): Promise<void> {
  const older = (days: number) => lt(batches.createdAt, sql`now() - make_interval(days => ${days})`);
  const isEmpty = sql`not exists (select 1 from ${batchItems} where ${batchItems.batchId} = ${batches.id})`;
  await db()
    .delete(batches)
    .where(and(older(1), isNull(batches.endedAt), isEmpty));
  await db()
    .delete(batches)
    .where(and(older(BATCHES_KEPT_DAYS), isNotNull(batches.endedAt)));
}
