import "server-only";
import { and, asc, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bulkEdits } from "@/db/schema/bulk-edits";
import type { AuditSource } from "@/lib/audit/schema";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { ABANDONED_SECONDS, BULK_EDITS_KEPT_DAYS } from "./constants";
import type { BulkChanges } from "./schema";
import { editPortion, lockEdit, undoPortion } from "./writes";

const EDITS_A_SWEEP = 20;
const STEP_MS = 10_000;

/**
 * Works on an edit or its undoing for a while, one portion after the other, each in a transaction of its own. Killed at
 * any moment, it has done a portion or not, and the next to call this goes on there. Returns whether there may be more.
 */
export async function workOnEdit(
  id: string,
  { source = asSystem(), forMs = STEP_MS }: { source?: AuditSource; forMs?: number } = {},
): Promise<boolean> {
  const until = Date.now() + forMs;
  do {
    if (!(await workOnPortion(id, source))) return false;
  } while (Date.now() < until);
  return true;
}

/** Returns false at the end. */
async function workOnPortion(id: string, source: AuditSource): Promise<boolean> {
  return inTransaction(source, async (work) => {
    const edit = await lockEdit(work, id);
    const isUndo = edit?.endedAt !== null;
    if (!edit || (isUndo && (!edit.undoAskedAt || edit.undoneAt))) return false;
    const changed = isUndo ? await undoPortion(work, edit) : await editPortion(work, edit);
    const isOver = changed === null;
    if (isOver || changed.length > 0) work.publish("samples.bulk_changed", { bulkEditId: id, ownerId: edit.ownerId });
    if (changed && changed.length > 0 && (edit.changes as BulkChanges).delete) {
      const action = isUndo ? "bulk_edit.restored" : "bulk_edit.deleted";
      work.audit({ action, target: { type: "bulk_edit", id }, after: { sampleIds: changed } });
    }
    return !isOver;
  });
}

/** Every minute: goes on with edits whose process died, and forgets old ones. Returns how many it went on with. */
export async function sweepBulkEdits(): Promise<{ continued: number }> {
  const isOpen = or(isNull(bulkEdits.endedAt), and(isNotNull(bulkEdits.undoAskedAt), isNull(bulkEdits.undoneAt)));
  const secondsAgo = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;
  const abandoned = await db()
    .select({ id: bulkEdits.id })
    .from(bulkEdits)
    .where(and(isOpen, lt(bulkEdits.workedAt, secondsAgo(ABANDONED_SECONDS))))
    .orderBy(asc(bulkEdits.workedAt))
    .limit(EDITS_A_SWEEP);
  for (const { id } of abandoned) await workOnEdit(id);
  await db()
    .delete(bulkEdits)
    .where(lt(bulkEdits.createdAt, sql`now() - make_interval(days => ${BULK_EDITS_KEPT_DAYS})`));
  return { continued: abandoned.length };
}
