import { z } from "zod";
import { selectionSchema } from "@/lib/library/schema";
import { correctionsSchema } from "@/lib/samples/corrections/schema";
import { rightsSchema } from "@/lib/samples/rights/schema";
import { tagsSchema } from "@/lib/samples/tags/schema";

/** What a tempo can be multiplied by: the usual mistakes of an analysis. */
export const BPM_FACTORS = { "2": 2, "1/2": 1 / 2, "3/2": 3 / 2, "2/3": 2 / 3, "4/3": 4 / 3, "3/4": 3 / 4 } as const;
export type BpmFactor = keyof typeof BPM_FACTORS;
const factors = Object.keys(BPM_FACTORS) as [BpmFactor, ...BpmFactor[]];

const { bpm, key, kind } = correctionsSchema.shape;
const { licence, aiTraining } = rightsSchema.shape;

const tagChanges = z
  .strictObject({ give: tagsSchema.default([]), remove: tagsSchema.default([]) })
  .refine(({ give, remove }) => give.length + remove.length > 0, "name at least one tag in give or remove")
  .refine(({ give, remove }) => !give.some((tag) => remove.includes(tag)), "a tag can be given or removed, not both");

const changes = z.strictObject({
  tags: tagChanges.optional(),
  kind,
  /** A tempo, `none`, `measured`, or what the tempo of each sample is multiplied by. */
  bpm: z.union([bpm.unwrap(), z.strictObject({ factor: z.enum(factors) })]).optional(),
  key,
  isFavourite: z.boolean().optional(),
  licence,
  aiTraining,
  /** Moves the samples to the trash. Nothing else can be changed with it. */
  delete: z.literal(true).optional(),
});
export type BulkChanges = z.output<typeof changes>;

const named = (said: BulkChanges) => Object.values(said).filter((value) => value !== undefined).length;

/** What is left out stays as it is. */
export const bulkChangesSchema = changes
  .refine((said) => named(said) > 0, "name at least one change")
  .refine((said) => !said.delete || named(said) === 1, "what is deleted cannot be changed at the same time");

export const bulkEditSchema = z.strictObject({ selection: selectionSchema, changes: bulkChangesSchema });
export type BulkEditInput = z.input<typeof bulkEditSchema>;
export const bulkEditIdSchema = z.object({ id: z.uuid().toLowerCase() });

/**
 * What became of one sample. `too_many_tags`: nothing of it was changed. `no_tempo`, `tempo_out_of_range`: there was
 * nothing to multiply, or the product is no tempo, and nothing else to change.
 */
export const ITEM_RESULTS = [
  "changed",
  "unchanged",
  "not_found",
  "too_many_tags",
  "no_tempo",
  "tempo_out_of_range",
] as const;
export type EditResult = (typeof ITEM_RESULTS)[number];

/**
 * What undoing did to one sample that was changed. `partly_restored`, `changed_since`: some or all of its values were
 * changed since, and stay. `not_found`: it is gone.
 */
export const UNDO_RESULTS = ["restored", "partly_restored", "changed_since", "not_found"] as const;
export type UndoResult = (typeof UNDO_RESULTS)[number];

export const EDIT_STATES = ["running", "ended", "undoing", "undone"] as const;
export type EditState = (typeof EDIT_STATES)[number];

/** A bulk edit and how far it is. Times are ISO 8601. */
export interface BulkEdit {
  id: string;
  state: EditState;
  changes: BulkChanges;
  total: number;
  results: Partial<Record<EditResult, number>>;
  undoResults: Partial<Record<UndoResult, number>>;
  createdAt: string;
  endedAt: string | null;
  undoneAt: string | null;
}

/** One sample of a bulk edit. */
export interface BulkEditItem {
  sampleId: string;
  /** Null if the person has no such sample now. */
  fileName: string | null;
  /** Null until its turn has come. */
  result: EditResult | null;
  undoResult: UndoResult | null;
}

/** Where a page of bulk edits ends; the time to the microsecond. */
export interface BulkEditPosition {
  createdAt: string;
  id: string;
}
