import { z } from "zod";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import type { DeclaredError } from "@/lib/api/http/operation";
import { BATCH_KINDS, BATCH_STATES, type Batch, type BatchItem, ITEM_STATES } from "@/lib/batches/schema";

export const NO_SUCH_BATCH = { status: 404, title: "There is no such batch" } satisfies DeclaredError;

const count = z.number().int().nonnegative();

export const batchDto = z.object({
  id: z.uuid(),
  kind: z.enum(BATCH_KINDS),
  name: z.string(),
  /** `stopping`: cancelled, while what had begun is being finished. */
  state: z.enum(BATCH_STATES),
  createdAt: z.iso.datetime(),
  cancelledAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** How many of its samples are in which state. */
  counts: z.record(z.enum(["total", ...ITEM_STATES]), count),
  /** How many ended in the last minute. */
  perMinute: z.number().nonnegative(),
  /** At this rate; null while nothing is known of it, and at the end. */
  secondsLeft: count.nullable(),
});

export const batchItemDto = z.object({
  sampleId: z.uuid(),
  fileName: z.string(),
  folderPath: z.string(),
  state: z.enum(ITEM_STATES),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Since when it has been in this state; null if that is not known. */
  since: z.iso.datetime().nullable(),
  /** False once the sample is in the trash or gone. Then it has no values. */
  isThere: z.boolean(),
  /** Tempo, key and kind are those that count now: corrected by a person, else measured. */
  durationSeconds: z.number().nullable(),
  bpm: z.number().nullable(),
  /** 0 = C … 11 = B. */
  keyTonic: z.number().int().min(0).max(11).nullable(),
  keyMode: z.enum(["major", "minor"]).nullable(),
  kind: z.enum(SOUND_KINDS).nullable(),
});

export function toBatchDto(batch: Batch): z.infer<typeof batchDto> {
  const { id, kind, name, state, createdAt, cancelledAt, endedAt, counts, perMinute, secondsLeft } = batch;
  return { id, kind, name, state, createdAt, cancelledAt, endedAt, counts, perMinute, secondsLeft };
}

export function toBatchItemDto(item: BatchItem): z.infer<typeof batchItemDto> {
  const { sampleId, fileName, folderPath, state, failure, since, isThere, durationSeconds } = item;
  const values = { durationSeconds, bpm: item.bpm, keyTonic: item.keyTonic, keyMode: item.keyMode, kind: item.kind };
  return { sampleId, fileName, folderPath, state, failure, since, isThere, ...values };
}
