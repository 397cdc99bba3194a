import { z } from "zod";
import type { DeclaredError } from "@/lib/api/http/operation";
import { type BulkEdit, bulkChangesSchema, EDIT_STATES, ITEM_RESULTS, UNDO_RESULTS } from "@/lib/bulk-edits/schema";

export const NO_SUCH_EDIT = { status: 404, title: "There is no such bulk edit" } satisfies DeclaredError;

const count = z.number().int().nonnegative();

export const bulkEditDto = z.object({
  id: z.uuid(),
  state: z.enum(EDIT_STATES),
  changes: bulkChangesSchema,
  /** Samples that were meant. */
  total: count,
  /** How many of them came to which result so far. */
  results: z.partialRecord(z.enum(ITEM_RESULTS), count),
  undoResults: z.partialRecord(z.enum(UNDO_RESULTS), count),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
});

export const bulkEditItemDto = z.object({
  sampleId: z.uuid(),
  /** Null if the caller has no such sample now. */
  fileName: z.string().nullable(),
  /** Null until its turn has come. */
  result: z.enum(ITEM_RESULTS).nullable(),
  undoResult: z.enum(UNDO_RESULTS).nullable(),
});

export function toBulkEditDto(edit: BulkEdit): z.input<typeof bulkEditDto> {
  const { id, state, changes, total, results, undoResults, createdAt, endedAt, undoneAt } = edit;
  return { id, state, changes, total, results, undoResults, createdAt, endedAt, undoneAt };
}
