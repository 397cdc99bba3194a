import { z } from "zod";
import { SNAPS } from "@/lib/downloads/schema";
import { oneLine } from "@/lib/format/one-line";
import { SHORTEST_SLICE_SECONDS, SLICE_NAME_MAX, SLICES_MAX } from "./constants";

const position = z
  .number()
  .min(0)
  .max(12 * 60 * 60);

const part = z
  .strictObject({
    name: z
      .string()
      .max(SLICE_NAME_MAX * 4)
      .transform(oneLine)
      .pipe(z.string().min(1).max(SLICE_NAME_MAX)),
    startSeconds: position,
    endSeconds: position,
  })
  .refine(({ startSeconds, endSeconds }) => endSeconds - startSeconds >= SHORTEST_SLICE_SECONDS, {
    path: ["endSeconds"],
    error: "must be after the start",
  });

/** All slices of a sample, in place of those before. */
export const saveSlicesSchema = z.strictObject({ sampleId: z.uuid(), slices: z.array(part).max(SLICES_MAX) });
export type SaveSlices = z.input<typeof saveSlicesSchema>;
export const slicesBodySchema = saveSlicesSchema.omit({ sampleId: true });

export const sliceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  startSeconds: z.number(),
  endSeconds: z.number(),
  /** The sample that was made of exactly this part; null if none was. */
  madeSampleId: z.uuid().nullable(),
});
export type Slice = z.infer<typeof sliceSchema>;

const OFFERS = ["silence", "onsets", "beats"] as const;
/** Where a recording is cut: where it is silent, where sounds begin, or on beats. */
export type OfferKind = (typeof OFFERS)[number];
export const offerSchema = z.object({ startSeconds: z.number(), endSeconds: z.number() });
export type Offer = z.infer<typeof offerSchema>;
export const offerQuerySchema = z.object({
  at: z.enum(OFFERS).default("silence"),
  /** From 0, few slices, to 1, many. Of beats: how many a slice has, from 16 to 1. */
  sensitivity: z.coerce.number().min(0).max(1).default(0.5),
});

export const makeSamplesSchema = z.strictObject({
  sampleId: z.uuid(),
  sliceIds: z.array(z.uuid().toLowerCase()).min(1).max(SLICES_MAX),
  snap: z.enum(SNAPS).default("zero"),
});
export type MakeSamples = z.input<typeof makeSamplesSchema>;
export const makeBodySchema = makeSamplesSchema.omit({ sampleId: true });

/** What became of one slice. `exists`: the library has this sound already. */
export const madeSampleSchema = z.object({
  sliceId: z.uuid(),
  result: z.enum(["made", "exists", "not_found", "quota_exceeded", "no_room"]),
  sampleId: z.uuid().nullable(),
});
export type MadeSample = z.infer<typeof madeSampleSchema>;

/** Where a sample was cut from. */
export interface SampleOrigin {
  parentId: string;
  parentName: string;
  startSeconds: number;
  endSeconds: number;
}
