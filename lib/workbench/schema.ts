import { z } from "zod";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import { TONICS } from "@/lib/music/keys";
import { sampleCorrectionsSchema } from "@/lib/samples/corrections/schema";
import { DOUBTED_VALUES, QUEUE_ROWS, QUEUE_ROWS_MAX } from "./constants";

export const queueInputSchema = z.object({
  /** Only samples in which this value is uncertain. */
  value: z.enum(DOUBTED_VALUES).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number<string | number>().int().min(1).max(QUEUE_ROWS_MAX).default(QUEUE_ROWS),
});
export type QueueInput = z.output<typeof queueInputSchema>;

const seconds = z.array(z.number());
const confidence = z.number();
const reading = z.object({ tonic: z.enum(TONICS), mode: z.enum(["major", "minor"]), confidence });

/** One sample as the workbench needs it: what was measured, with its next best readings, and what was corrected. */
export const workpieceSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  folderPath: z.string(),
  durationSeconds: z.number(),
  sampleRateHz: z.number(),
  channels: z.number(),
  /** Which values are uncertain and not corrected, the least certain first. */
  doubts: z.array(z.enum(DOUBTED_VALUES)),
  measured: z.object({
    /** The best reading first. Null without a tempo. */
    tempo: z
      .object({
        bpm: z.number(),
        confidence,
        alternatives: z.array(z.object({ bpm: z.number(), confidence })),
      })
      .nullable(),
    key: reading.extend({ alternatives: z.array(reading) }).nullable(),
    kind: z.object({ label: z.enum(SOUND_KINDS), confidence }).nullable(),
    beats: seconds.nullable(),
    downbeats: seconds.nullable(),
    beatsPerBar: z.number().nullable(),
  }),
  corrections: sampleCorrectionsSchema,
  peaksUrl: z.string(),
  /** Null if the original is lost. */
  audioUrl: z.string().nullable(),
});
export type Workpiece = z.infer<typeof workpieceSchema>;

export interface QueuePage {
  data: Workpiece[];
  nextCursor: string | null;
}
