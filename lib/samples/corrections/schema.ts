import { z } from "zod";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import { HIGHEST_BPM, LOWEST_BPM, OFFSET_MS_MAX, SHIFT_BEATS_MAX } from "./constants";

/** What a person can know better than the analysis. */
export const CORRECTABLE = ["bpm", "key", "kind", "grid"] as const;
export type Correctable = (typeof CORRECTABLE)[number];

const CORRECTIONS_MAX = 1000;

/** To a thousandth, as records have it. */
const bpm = z
  .number()
  .min(LOWEST_BPM)
  .max(HIGHEST_BPM)
  .transform((value) => Math.round(value * 1000) / 1000);
/** `tonic`: 0 = C … 11 = B. */
const key = z.strictObject({ tonic: z.number().int().min(0).max(11), mode: z.enum(["major", "minor"]) });

const grid = z.strictObject({
  shiftBeats: z.number().int().min(-SHIFT_BEATS_MAX).max(SHIFT_BEATS_MAX),
  offsetMs: z.number().int().min(-OFFSET_MS_MAX).max(OFFSET_MS_MAX),
});
export type GridCorrection = z.infer<typeof grid>;

/** `none`: the sound has no such value. `measured`: the correction is withdrawn. */
const none = z.literal("none");
const measured = z.literal("measured");

const corrections = z.strictObject({
  bpm: z
    .union([bpm, none, measured], { error: `a number from ${LOWEST_BPM} to ${HIGHEST_BPM}, "none" or "measured"` })
    .optional(),
  key: z
    .union([key, none, measured], { error: '{ "tonic": 0 to 11, "mode": "major" or "minor" }, "none" or "measured"' })
    .optional(),
  kind: z.enum([...SOUND_KINDS, "measured"], { error: `${SOUND_KINDS.join(", ")} or "measured"` }).optional(),
  /** Where beats and bars are, compared with what was measured. */
  grid: z
    .union([grid, measured], {
      error: `{ "shiftBeats": up to ±${SHIFT_BEATS_MAX}, "offsetMs": up to ±${OFFSET_MS_MAX} } or "measured"`,
    })
    .optional(),
});
/** What a person says about one sample. What is left out stays as it is. */
export type Corrections = z.infer<typeof corrections>;

const saysSomething = (said: Corrections) => CORRECTABLE.some((name) => said[name] !== undefined);
const SAYS_NOTHING = "name at least one of bpm, key, kind and grid";

export const correctionsSchema = corrections.refine(saysSomething, SAYS_NOTHING);
export const correctSampleSchema = corrections
  .extend({ id: z.uuid().toLowerCase() })
  .refine(saysSomething, SAYS_NOTHING);
export type CorrectSample = z.input<typeof correctSampleSchema>;

/** Of several items for one sample, the later ones come after the earlier. */
export const correctSamplesSchema = z.strictObject({ items: z.array(correctSampleSchema).min(1).max(CORRECTIONS_MAX) });
export type CorrectSamples = z.input<typeof correctSamplesSchema>;

/** What became of one item of many. */
export const itemResultSchema = z.object({ id: z.uuid(), result: z.enum(["changed", "unchanged", "not_found"]) });
export type ItemResult = z.infer<typeof itemResultSchema>;

const correctionOf = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      /** Null if the sound has none. */
      value: value.nullable(),
      /** Whose it is; null if the account no longer exists. */
      by: z.object({ id: z.uuid(), name: z.string(), isYou: z.boolean() }).nullable(),
      at: z.iso.datetime(),
    })
    .nullable();

/** The corrections of one sample; null where the measured value counts. */
export const sampleCorrectionsSchema = z.object({
  bpm: correctionOf(z.number()),
  key: correctionOf(z.object(key.shape)),
  kind: correctionOf(z.enum(SOUND_KINDS)),
  grid: correctionOf(z.object(grid.shape)),
});
export type SampleCorrections = z.infer<typeof sampleCorrectionsSchema>;
