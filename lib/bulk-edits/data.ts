import "server-only";
import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bulkEditItems, bulkEdits } from "@/db/schema/bulk-edits";
import { samples } from "@/db/schema/samples";
import type { ActorId } from "@/lib/identity/actor";
import type {
  BulkChanges,
  BulkEdit,
  BulkEditItem,
  BulkEditPosition,
  EditResult,
  EditState,
  UndoResult,
} from "./schema";

type Stored = typeof bulkEdits.$inferSelect;

/** A Date would lose the microseconds, and a page would skip what was made in the same millisecond. */
const exactTime = sql<string>`to_char(${bulkEdits.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** One of the owner's edits. Null if they have no such edit, or it is forgotten. */
export async function findBulkEdit(owner: ActorId, id: string): Promise<BulkEdit | null> {
  const [row] = await db()
    .select()
    .from(bulkEdits)
    .where(and(eq(bulkEdits.id, id), eq(bulkEdits.ownerId, owner)));
  return row ? toBulkEdit(row) : null;
}

/** One page of the owner's edits, the newest first. */
export async function listBulkEdits(
  owner: ActorId,
  { limit, after }: { limit: number; after: BulkEditPosition | null },
): Promise<{ edits: BulkEdit[]; next: BulkEditPosition | null }> {
  const isFurther =
    after && sql`(${bulkEdits.createdAt}, ${bulkEdits.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db()
    .select({ edit: bulkEdits, createdAt: exactTime })
    .from(bulkEdits)
    .where(and(eq(bulkEdits.ownerId, owner), isFurther ?? undefined))
    .orderBy(desc(bulkEdits.createdAt), desc(bulkEdits.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.createdAt, id: last.edit.id } : null;
  return { edits: shown.map(({ edit }) => toBulkEdit(edit)), next };
}

function toBulkEdit(row: Stored): BulkEdit {
  return {
    id: row.id,
    state: stateOf(row),
    changes: row.changes as BulkChanges,
    total: row.total,
    results: row.results,
    undoResults: row.undoResults,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

function stateOf({ endedAt, undoAskedAt, undoneAt }: Stored): EditState {
  if (!endedAt) return "running";
  if (!undoAskedAt) return "ended";
  return undoneAt ? "undone" : "undoing";
}

/** One page of the samples of one of the owner's edits, in the order of their ids: those with one result, or all. */
export async function listBulkEditItems(
  owner: ActorId,
  id: string,
  { limit, after, result }: { limit: number; after: string | null; result?: EditResult | undefined },
): Promise<{ items: BulkEditItem[]; next: string | null }> {
  const found = await db()
    .select({
      sampleId: bulkEditItems.sampleId,
      fileName: samples.fileName,
      result: sql<EditResult | null>`${bulkEditItems.result}`,
      undoResult: sql<UndoResult | null>`${bulkEditItems.undoResult}`,
    })
    .from(bulkEditItems)
    .innerJoin(bulkEdits, and(eq(bulkEdits.id, bulkEditItems.bulkEditId), eq(bulkEdits.ownerId, owner)))
    .leftJoin(
      samples,
      and(eq(samples.id, bulkEditItems.sampleId), eq(samples.ownerId, owner), isNull(samples.deletedAt)),
    )
    .where(
      and(
        eq(bulkEditItems.bulkEditId, id),
        after === null ? undefined : gt(bulkEditItems.sampleId, after),
        result && eq(bulkEditItems.result, result),
      ),
    )
    .orderBy(asc(bulkEditItems.sampleId))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  return { items: shown, next: found.length > limit ? (shown.at(-1)?.sampleId ?? null) : null };
}
