import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { batches, batchItems } from "@/db/schema/batches";
import { samples } from "@/db/schema/samples";
import { PLACES } from "@/lib/pipeline/constants";
import { analyzeAgain, endedWithoutResult, lockInOrder, removeSamples } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { hasEnded, isInState, isOpen, itemState, ofItem } from "./effective-values";
import type { BatchKind } from "./schema";

/**
 * Samples of one person that may be on their way to an analysis before a batch adds to them. As many as can be worked
 * on and some to go on with: the person's next upload waits for these at most, not for a whole batch.
 */
const ON_THEIR_WAY = PLACES.onePerson * 2;
const STOPPED_AT_ONCE = 500;

/** Begins a batch without samples. Nothing is shown of it until it has some. Returns its id. */
export async function createBatch(
  work: Work,
  batch: { ownerId: string; kind: BatchKind; name: string },
): Promise<string> {
  const [row] = await work.tx.insert(batches).values(batch).returning({ id: batches.id });
  if (!row) throw new Error("insert returned no row");
  work.publish("batch.changed", { batchId: row.id, ownerId: batch.ownerId });
  return row.id;
}

/**
 * Adds samples to a batch of the same owner. They may be at any stage: how far each has come is read from its row. One
 * that is in the batch already stays as it is. Returns false if the batch is gone or was cancelled: then nothing is
 * added.
 */
export async function addToBatch(work: Work, batchId: string, sampleIds: readonly string[]): Promise<boolean> {
  return (await insertItems(work, batchId, sampleIds, { isDue: false })) !== null;
}

/** The same, and the batch hands them to the pipeline one after the other. Returns how many were added. */
export async function addDueToBatch(work: Work, batchId: string, sampleIds: readonly string[]): Promise<number> {
  return (await insertItems(work, batchId, sampleIds, { isDue: true })) ?? 0;
}

/** Whether a person has this batch and it was not cancelled. It cannot be until the transaction ends. */
export async function isOwnOpenBatch(work: Work, ownerId: string, batchId: string): Promise<boolean> {
  const [row] = await work.tx
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.id, batchId), eq(batches.ownerId, ownerId), isNull(batches.cancelledAt)))
    .for("no key update");
  return row !== undefined;
}

async function insertItems(
  work: Work,
  batchId: string,
  sampleIds: readonly string[],
  { isDue }: { isDue: boolean },
): Promise<number | null> {
  const open = and(eq(batches.id, batchId), isNull(batches.cancelledAt));
  const [batch] = await work.tx
    .update(batches)
    .set({ endedAt: null })
    .where(open)
    .returning({ ownerId: batches.ownerId });
  if (!batch) return null;
  const added = await work.tx.execute(sql`
    insert into batch_items (batch_id, sample_id, file_name, folder_path, is_due)
    select ${batchId}, id, file_name, folder_path, ${isDue} from samples
    where id = any(${`{${sampleIds.join()}}`}::uuid[]) and owner_id = ${batch.ownerId} and deleted_at is null
    order by id on conflict do nothing`);
  return added.rowCount ?? 0;
}

/**
 * Hands the next due samples of a person's batches to the pipeline, the oldest batch first: no more than are worked on
 * at once, so that what the person uploads meanwhile is analysed before the rest. Returns how many.
 */
export async function handOver(work: Work, ownerId: string): Promise<number> {
  const isDue = and(eq(batches.ownerId, ownerId), isNull(batches.cancelledAt), eq(batchItems.isDue, true), isOpen);
  // Two who do so at once would hand over twice as many.
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`batches:${ownerId}`}, 0))`);
  const onTheirWay = await work.tx
    .select({ id: samples.id })
    .from(samples)
    .where(
      and(eq(samples.ownerId, ownerId), inArray(samples.status, ["uploaded", "processing"]), isNull(samples.deletedAt)),
    )
    .limit(ON_THEIR_WAY);
  const room = ON_THEIR_WAY - onTheirWay.length;
  if (room === 0) return 0;
  const next = await work.tx
    .select({ batchId: batchItems.batchId, sampleId: batchItems.sampleId })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .where(isDue)
    .orderBy(asc(batches.createdAt), asc(batches.id), asc(batchItems.sampleId))
    .limit(room);
  const ids = [...new Set(next.map(({ sampleId }) => sampleId))];
  if (ids.length === 0) return 0;
  const there = await lockInOrder(work, and(inArray(samples.id, ids), isNull(samples.deletedAt)));
  await analyzeAgain(work, there);
  // What could not be queued is under way already, or gone: its row says so.
  await work.tx
    .update(batchItems)
    .set({ isDue: false })
    .where(and(inArray(batchItems.sampleId, ids), isOpen));
  return ids.length;
}

/**
 * Keeps the outcome of items that have ended, for the given batches: what happens to their samples later does not change
 * it. What is in the trash stays open, because it may come back.
 */
export async function keepOutcomes(work: Work, which: SQL | undefined): Promise<void> {
  const ended = work.tx
    .select({
      batchId: batchItems.batchId,
      sampleId: batchItems.sampleId,
      outcome: sql<"done" | "failed" | "cancelled">`${itemState}`.as("state"),
      failureCode: samples.failureCode,
      endedAt: samples.statusChangedAt,
    })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .innerJoin(samples, ofItem)
    .where(and(which, isOpen, isInState("done", "failed", "cancelled")))
    .as("ended");
  await work.tx
    .update(batchItems)
    .set({
      outcome: sql`${ended.outcome}`,
      failureCode: sql`case when ${ended.outcome} = 'failed' then ${ended.failureCode} end`,
      endedAt: sql`${ended.endedAt}`,
    })
    .from(ended)
    .where(and(eq(batchItems.batchId, ended.batchId), eq(batchItems.sampleId, ended.sampleId)));
}

/** Marks a batch as ended if nothing of it is left to do, and tells its owner. */
export async function endIfFinished(work: Work, batchId: string): Promise<void> {
  const left = sql`exists (select 1 from ${batchItems} left join ${samples} on ${ofItem}
    where ${batchItems.batchId} = ${batches.id} and ${isOpen} and not (${hasEnded}))`;
  const begun = sql`exists (select 1 from ${batchItems} where ${batchItems.batchId} = ${batches.id})`;
  const [ended] = await work.tx
    .update(batches)
    .set({ endedAt: sql`now()` })
    .where(and(eq(batches.id, batchId), isNull(batches.endedAt), begun, sql`not ${left}`))
    .returning({ batchId: batches.id, ownerId: batches.ownerId });
  if (ended) work.publish("batch.changed", ended);
}

/**
 * Opens the failed and stopped items of a batch again whose file is still there. What was analysed some other way
 * meanwhile is not analysed once more. Returns how many.
 */
export async function openFailed(work: Work, batchId: string): Promise<number> {
  const failed = work.tx
    .select({
      sampleId: batchItems.sampleId,
      isDue: sql<boolean>`${samples.status} <> 'completed' or ${batches.kind} = 'analysis'`.as("is_due_again"),
    })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .innerJoin(samples, and(ofItem, isNotNull(samples.objectKey), isNull(samples.deletedAt)))
    .where(and(eq(batchItems.batchId, batchId), isInState("failed", "cancelled")))
    .as("failed");
  const opened = await work.tx
    .update(batchItems)
    .set({ isDue: sql`${failed.isDue}`, outcome: null, failureCode: null, endedAt: null })
    .from(failed)
    .where(and(eq(batchItems.batchId, batchId), eq(batchItems.sampleId, failed.sampleId)));
  return opened.rowCount ?? 0;
}

/**
 * Stops a portion of what waits in a cancelled batch: files keep what they have, and unfinished uploads are removed.
 * What is being analysed is finished. Returns whether there may be more.
 */
export async function stopWaiting(work: Work, batchId: string): Promise<boolean> {
  const inBatch = and(eq(batchItems.batchId, batchId), isOpen);
  await work.tx
    .update(batchItems)
    .set({ isDue: false, outcome: "cancelled", endedAt: sql`now()` })
    .where(and(inBatch, eq(batchItems.isDue, true)));
  const waiting = await work.tx
    .select({ id: batchItems.sampleId })
    .from(batchItems)
    .innerJoin(samples, ofItem)
    .where(and(inBatch, inArray(samples.status, ["uploading", "uploaded"]), isNull(samples.deletedAt)))
    .orderBy(asc(batchItems.sampleId))
    .limit(STOPPED_AT_ONCE);
  const ids = await lockInOrder(
    work,
    inArray(
      samples.id,
      waiting.map(({ id }) => id),
    ),
  );
  const unsent = await lockInOrder(work, and(inArray(samples.id, ids), eq(samples.status, "uploading")));
  await work.tx
    .update(batchItems)
    .set({ outcome: "cancelled", endedAt: sql`now()` })
    .where(and(inBatch, inArray(batchItems.sampleId, unsent)));
  await removeSamples(work, inArray(samples.id, unsent));
  const stopped = await work.tx
    .update(samples)
    .set({ ...endedWithoutResult, failureCode: "cancelled", runId: null, queuedAt: null })
    .where(and(inArray(samples.id, ids), eq(samples.status, "uploaded"), isNotNull(samples.objectKey)))
    .returning({ sampleId: samples.id, ownerId: samples.ownerId, status: samples.status });
  for (const sample of stopped) work.publish("sample.status_changed", sample);
  return waiting.length === STOPPED_AT_ONCE;
}
