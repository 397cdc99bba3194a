import "server-only";
import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { batches, batchItems } from "@/db/schema/batches";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { failureOf } from "@/lib/analysis/record/failures";
import type { ActorId } from "@/lib/identity/actor";
import { effectiveValues } from "@/lib/samples/effective-values";
import { hasEnded, itemState, ofItem, ofOpenItem } from "./effective-values";
import { type Batch, type BatchItem, type BatchPosition, type BatchState, ITEM_STATES, type ItemState } from "./schema";

const RATE_SECONDS = 60;

/** A Date would lose the microseconds, and a page would skip what began in the same millisecond. */
const exactTime = sql<string>`to_char(${batches.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const hasItems = sql`exists (select 1 from ${batchItems} where ${batchItems.batchId} = ${batches.id})`;

/** One page of the owner's batches, the newest first. Those without a sample are left out. */
export async function listBatches(
  owner: ActorId,
  { limit, after }: { limit: number; after: BatchPosition | null },
): Promise<{ batches: Batch[]; next: BatchPosition | null }> {
  const isFurther =
    after && sql`(${batches.createdAt}, ${batches.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db()
    .select({ batch: batches, createdAt: exactTime })
    .from(batches)
    .where(and(eq(batches.ownerId, owner), hasItems, isFurther ?? undefined))
    .orderBy(desc(batches.createdAt), desc(batches.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.createdAt, id: last.batch.id } : null;
  return { batches: await Promise.all(shown.map(({ batch }) => withProgress(batch))), next };
}

/** One of the owner's batches with its progress. Null if they have no such batch. */
export async function findBatch(owner: ActorId, id: string): Promise<Batch | null> {
  const [row] = await db()
    .select()
    .from(batches)
    .where(and(eq(batches.id, id), eq(batches.ownerId, owner)));
  return row ? withProgress(row) : null;
}

async function withProgress(row: typeof batches.$inferSelect): Promise<Batch> {
  const endedAt = sql`coalesce(${batchItems.endedAt}, ${samples.statusChangedAt})`;
  const isRecent = sql`${hasEnded} and ${endedAt} > now() - make_interval(secs => ${RATE_SECONDS})`;
  const rows = await db()
    .select({
      state: itemState,
      count: sql<number>`count(*)::int`,
      recent: sql<number>`(count(*) filter (where ${isRecent}))::int`,
    })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .leftJoin(samples, ofOpenItem)
    .where(eq(batchItems.batchId, row.id))
    .groupBy(itemState);
  const counts = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as Record<ItemState, number>;
  for (const { state, count } of rows) counts[state] = count;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const left = counts.uploading + counts.waiting + counts.running;
  const ageSeconds = Math.max(1, (Date.now() - row.createdAt.getTime()) / 1000);
  const recent = rows.filter(({ state }) => state !== "deleted").reduce((sum, row) => sum + row.recent, 0);
  const perSecond = recent / Math.min(RATE_SECONDS, ageSeconds);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    state: stateOf(row, left),
    createdAt: row.createdAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    endedAt: left === 0 ? (row.endedAt?.toISOString() ?? null) : null,
    counts: { ...counts, total },
    perMinute: Math.round(perSecond * 60 * 10) / 10,
    secondsLeft: left > 0 && perSecond > 0 ? Math.ceil(left / perSecond) : null,
  };
}

function stateOf({ cancelledAt }: { cancelledAt: Date | null }, left: number): BatchState {
  if (cancelledAt) return left > 0 ? "stopping" : "cancelled";
  return left > 0 ? "running" : "ended";
}

export interface ItemQuestion {
  limit: number;
  /** The sample after which the page begins. */
  after: string | null;
  /** All states if it is left out. */
  state?: ItemState | undefined;
}

/** One page of the items of one of the owner's batches, in the order in which their samples came. */
export async function listBatchItems(
  owner: ActorId,
  batchId: string,
  { limit, after, state }: ItemQuestion,
): Promise<{ items: BatchItem[]; next: string | null }> {
  const wanted: (SQL | undefined)[] = [
    after === null ? undefined : gt(batchItems.sampleId, after),
    state && sql`${itemState} = ${state}`,
  ];
  const found = await db()
    .select(itemColumns)
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .leftJoin(samples, ofItem)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(and(eq(batches.id, batchId), eq(batches.ownerId, owner), ...wanted))
    .orderBy(asc(batchItems.sampleId))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const next = found.length > limit ? (shown.at(-1)?.sampleId ?? null) : null;
  return { items: shown.map(toItem), next };
}

const itemColumns = {
  sampleId: batchItems.sampleId,
  fileName: batchItems.fileName,
  folderPath: batchItems.folderPath,
  state: itemState,
  failureCode: sql<string | null>`coalesce(${batchItems.failureCode}, ${samples.failureCode})`,
  since: sql`coalesce(${batchItems.endedAt}, ${samples.statusChangedAt})`.mapWith(samples.createdAt),
  isThere: sql<boolean>`${samples.id} is not null and ${samples.deletedAt} is null`,
  durationSeconds: analyses.durationSeconds,
  bpm: effectiveValues.bpm,
  keyTonic: effectiveValues.keyTonic,
  keyMode: effectiveValues.keyMode,
  kind: effectiveValues.kind,
};

type StoredItem = Omit<BatchItem, "failure" | "since"> & { failureCode: string | null; since: unknown };

function toItem({ failureCode, since, ...row }: StoredItem): BatchItem {
  const failure = row.state === "failed" && failureCode !== null ? failureOf(failureCode) : null;
  return { ...row, failure, since: since instanceof Date ? since.toISOString() : null };
}
