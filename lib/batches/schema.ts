import { z } from "zod";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { oneLine } from "@/lib/format/one-line";
import { msg } from "@/lib/language/text";
import { BATCH_NAME_MAX, type BatchKind, type BatchState, type ItemState } from "./constants";

export const batchNameSchema = z
  .string()
  .max(BATCH_NAME_MAX * 4)
  .transform((name) => oneLine(name.normalize("NFC")).trim().slice(0, BATCH_NAME_MAX))
  .refine((name) => name !== "", msg("Enter a name"));

export const batchIdSchema = z.object({ id: z.uuid().toLowerCase() });
export type BatchId = z.input<typeof batchIdSchema>;
export const beginBatchSchema = z.strictObject({ name: batchNameSchema });
export type BeginBatch = z.input<typeof beginBatchSchema>;

/** A batch and how far it is. Times are ISO 8601. */
export interface Batch {
  id: string;
  kind: BatchKind;
  name: string;
  state: BatchState;
  createdAt: string;
  cancelledAt: string | null;
  endedAt: string | null;
  counts: Record<ItemState, number> & { total: number };
  /** How many ended in the last minute. */
  perMinute: number;
  /** At this rate. Null while nothing is known of it, and at the end. */
  secondsLeft: number | null;
}

/** One sample of a batch. The values are those that count now; null once the sample is gone. */
export interface BatchItem {
  sampleId: string;
  fileName: string;
  folderPath: string;
  state: ItemState;
  failure: { code: string; message: string } | null;
  /** Since when it has been in this state; null if that is not known. */
  since: string | null;
  /** False once the sample is in the trash or gone, whatever became of it here. */
  isThere: boolean;
  durationSeconds: number | null;
  bpm: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  kind: SoundKind["label"] | null;
}

/** Where a page of batches ends; the time to the microsecond. */
export interface BatchPosition {
  createdAt: string;
  id: string;
}
