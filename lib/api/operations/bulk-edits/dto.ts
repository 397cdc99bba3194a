import { z } from "zod";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import type { DeclaredError } from "@/lib/api/http/operation";
import { BPM_FACTOR_NAMES, type BulkEdit, EDIT_STATES, ITEM_RESULTS, UNDO_RESULTS } from "@/lib/bulk-edits/schema";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";

export const NO_SUCH_EDIT = { status: 404, title: "There is no such bulk edit" } satisfies DeclaredError;

const count = z.number().int().nonnegative();

const absent = z.enum(["none", "measured"]);
const tags = z.array(z.string());

/** What was asked for, as it was understood. */
const changesDto = z.object({
  tags: z.object({ give: tags, remove: tags }).optional(),
  kind: z.enum([...SOUND_KINDS, "measured"]).optional(),
  bpm: z.union([z.number(), absent, z.object({ factor: z.enum(BPM_FACTOR_NAMES) })]).optional(),
  key: z.union([z.object({ tonic: z.number().int(), mode: z.enum(["major", "minor"]) }), absent]).optional(),
  isFavourite: z.boolean().optional(),
  licence: z.enum(LICENCES).nullable().optional(),
  aiTraining: z.enum(AI_TRAINING).nullable().optional(),
  delete: z.literal(true).optional(),
});

export const bulkEditDto = z.object({
  id: z.uuid(),
  state: z.enum(EDIT_STATES),
  changes: changesDto,
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
