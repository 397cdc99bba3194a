import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { bulkEdits } from "@/db/schema/bulk-edits";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { selectedIds } from "@/lib/library/data";
import type { Selection } from "@/lib/library/schema";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { BULK_SAMPLES_MAX, DIRECT_MOST } from "./constants";
import { findBulkEdit } from "./data";
import { workOnEdit } from "./jobs";
import { type BulkChanges, type BulkEdit, type BulkEditInput, bulkEditIdSchema, bulkEditSchema } from "./schema";
import { planEdit } from "./writes";

/**
 * Changes many samples in the same way. A small edit is done when this returns, a large one goes on by itself. Ids that
 * are not this person's own are answered as not found, and stop no other.
 */
export async function bulkEdit(
  ctx: Ctx,
  input: BulkEditInput,
): Promise<Result<BulkEdit, "nothing_selected" | "too_many">> {
  requirePermission(ctx.actor, "samples:update");
  const { selection, changes } = bulkEditSchema.parse(input);
  if (changes.delete) requirePermission(ctx.actor, "samples:delete");
  const ids = await meantIds(ctx, selection);
  if (ids === null) return refused("too_many");
  if (ids.length === 0) return refused("nothing_selected");
  const ownerId = ctx.actor.id;
  const id = await inTransaction(ctx, async (work) => {
    const planned = await planEdit(work, { ownerId, changes }, ids);
    if (ids.length > DIRECT_MOST) work.publish("bulk_edit.asked", { bulkEditId: planned, ownerId }, "do");
    return planned;
  });
  return ok(await workedOn(ctx, id, ids.length));
}

/** Null if there are too many. All ids that are named, so that each has its answer; of a query, what it finds. */
async function meantIds(ctx: Ctx, selection: Selection): Promise<string[] | null> {
  if ("ids" in selection) return [...new Set(selection.ids)];
  const ids: string[] = [];
  for await (const portion of selectedIds(ctx.actor, selection)) {
    ids.push(...portion);
    if (ids.length > BULK_SAMPLES_MAX) return null;
  }
  return ids;
}

async function workedOn(ctx: Ctx, id: string, total: number): Promise<BulkEdit> {
  if (total <= DIRECT_MOST) while (await workOnEdit(id, { source: ctx }));
  const edit = await findBulkEdit(ctx.actor.id, id);
  if (!edit) throw new Error("a bulk edit has vanished while it was worked on");
  return edit;
}

/**
 * Gives samples the values back that they had before an edit, where they still have those that it gave them: what was
 * changed since stays. Undoing twice is the same as once.
 */
export async function undoBulkEdit(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<BulkEdit, "not_found" | "still_running">> {
  requirePermission(ctx.actor, "samples:update");
  const { id } = bulkEditIdSchema.parse(input);
  const mine = and(eq(bulkEdits.id, id), eq(bulkEdits.ownerId, ctx.actor.id));
  const outcome = await inTransaction(ctx, async (work) => {
    const [asked] = await work.tx
      .update(bulkEdits)
      .set({ undoAskedAt: sql`now()`, workedAt: sql`now()` })
      .where(and(mine, isNotNull(bulkEdits.endedAt), isNull(bulkEdits.undoAskedAt)))
      .returning({ total: bulkEdits.total, changes: bulkEdits.changes });
    if (!asked) return settledAlready(work, mine);
    // Whoever may not delete may not bring back either.
    if ((asked.changes as BulkChanges).delete) requirePermission(ctx.actor, "samples:delete");
    if (asked.total > DIRECT_MOST) work.publish("bulk_edit.asked", { bulkEditId: id, ownerId: ctx.actor.id }, "undo");
    return ok({ total: asked.total });
  });
  return outcome.ok ? ok(await workedOn(ctx, id, outcome.value.total)) : outcome;
}

async function settledAlready(work: Work, mine: ReturnType<typeof and>) {
  const [row] = await work.tx
    .select({ total: bulkEdits.total, endedAt: bulkEdits.endedAt })
    .from(bulkEdits)
    .where(mine);
  if (!row) return refused("not_found");
  return row.endedAt === null ? refused("still_running") : ok({ total: row.total });
}
