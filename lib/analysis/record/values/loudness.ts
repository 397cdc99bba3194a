import { z } from "zod";
import { confidence, type DescribedValue } from "./describe-value";

/** ITU-R BS.1770-5, EBU R128 / Tech 3341 / 3342. Null where the signal never passes the gate (silence). */
const loudness = z.object({
  integratedLufs: z.number().nullable(),
  /**
   * Of a sound shorter than the 0.4 s that the standard needs: the K-weighted level of all of it, without gate. Null for
   * longer sounds, which have an integrated loudness. Absent in records from before 1.6.0.
   */
  ungatedLufs: z.number().nullable().optional(),
  rangeLu: z.number().nonnegative().nullable(),
  shortTermMaxLufs: z.number().nullable(),
  momentaryMaxLufs: z.number().nullable(),
  truePeakDbtp: z.number().nullable(),
  samplePeakDbfs: z.number().nullable(),
  rmsDbfs: z.number().nullable(),
  crestDb: z.number().nullable(),
  /** How often three or more successive samples of a channel sit at full scale. */
  clippingRuns: z.number().int().nonnegative(),
  /** Mean of the samples of the channel where it is farthest from 0; full scale = 1. */
  dcOffset: z.number(),
  /** What stays within ±0.001 (−60 dBFS) in every channel before the first and after the last sound. */
  headSilenceSeconds: z.number().nonnegative(),
  tailSilenceSeconds: z.number().nonnegative(),
  confidence,
});
export type Loudness = z.infer<typeof loudness>;

/** Never null in the record: a file too short or too quiet for a loudness still has peaks and silence at its ends. */
export const loudnessValue: DescribedValue<"loudness", typeof loudness, typeof loudness> = {
  name: "loudness",
  schema: loudness,
  inRecord: loudness,
  unmeasured: {
    integratedLufs: null,
    ungatedLufs: null,
    rangeLu: null,
    shortTermMaxLufs: null,
    momentaryMaxLufs: null,
    truePeakDbtp: null,
    samplePeakDbfs: null,
    rmsDbfs: null,
    crestDb: null,
    clippingRuns: 0,
    dcOffset: 0,
    headSilenceSeconds: 0,
    tailSilenceSeconds: 0,
    confidence: 0,
  },
};
