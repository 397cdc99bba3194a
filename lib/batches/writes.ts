import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { batches } from "@/db/schema/batches";
import type { Work } from "@/lib/work/unit-of-work";
import type { BatchKind } from "./schema";

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
  const { ownerId } = batch;
  const added = await work.tx.execute(sql`
    insert into batch_items (batch_id, sample_id, file_name, folder_path, is_due)
    select ${batchId}, id, file_name, folder_path, ${isDue} from samples
    where id = any(${`{${sampleIds.join()}}`}::uuid[]) and owner_id = ${ownerId} and deleted_at is null order by id
    on conflict do nothing`);
  return added.rowCount ?? 0;
}
