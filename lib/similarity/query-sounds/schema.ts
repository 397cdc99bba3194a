import { z } from "zod";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import { VECTOR_DIMENSIONS } from "@/lib/similarity/schema";
import { unitVector } from "./combined-vectors";
import { QUERY_SOURCES } from "./constants";

export const querySoundSourceSchema = z.enum(["file", "microphone"]);
export type AudioSource = z.infer<typeof querySoundSourceSchema>;

/** Seconds from the start of the sample. An end behind the sample's is its end. */
export const regionSchema = z
  .object({ startSeconds: z.number().min(0), endSeconds: z.number().positive() })
  .refine(({ startSeconds, endSeconds }) => endSeconds > startSeconds, {
    path: ["endSeconds"],
    message: "Give an end behind the start.",
  });
export type Region = z.infer<typeof regionSchema>;

/** A vector as a program sends it. Each aspect is brought to length 1. */
export const rawVectorSchema = z
  .array(z.number().min(-1e6).max(1e6))
  .length(VECTOR_DIMENSIONS, { message: `Give ${VECTOR_DIMENSIONS} numbers: timbre 40, rhythm 32, harmony 24.` })
  .transform((values, context) => {
    const vector = unitVector(values);
    if (vector) return vector;
    context.addIssue({ code: "custom", message: "Each of timbre, rhythm and harmony needs a number that is not 0." });
    return z.NEVER;
  });

const weights = z.object({ timbre: z.number(), rhythm: z.number(), harmony: z.number() });

/** What is known about a sound that is searched with. */
export const querySoundSchema = z.object({
  id: z.uuid(),
  source: z.enum(QUERY_SOURCES),
  /** Of a region: whose, and from where to where. */
  region: z.object({ sampleId: z.uuid(), startSeconds: z.number(), endSeconds: z.number() }).nullable(),
  /** Without silence at both ends. */
  heardSeconds: z.number(),
  /** There was more, which was not heard. */
  isCut: z.boolean(),
  bpm: z.number().nullable(),
  /** 0 = C … 11 = B. */
  key: z.object({ tonic: z.number().int().min(0).max(11), mode: z.enum(["major", "minor"]) }).nullable(),
  /** Of a single sound, as "F#1". */
  note: z.string().nullable(),
  kind: z.enum(SOUND_KINDS).nullable(),
  /** How much each aspect counts unless the question says otherwise. */
  weights,
  /** From then on it is gone. ISO 8601. */
  expiresAt: z.iso.datetime(),
});
export type QuerySound = z.infer<typeof querySoundSchema>;
