import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { confidence, decibels, seconds } from "@/lib/analysis/record/units";
import type { DescribedValue } from "./describe-value";

/** ITU-R BS.1770-5, EBU R128 / Tech 3341 / 3342. Null where the signal never passes the gate (silence). */
const loudness = z.object({
  integratedLufs: decibels.nullable(),
  /**
   * Of a sound shorter than the 0.4 s that the standard needs: the K-weighted level of all of it, without gate. Null for
   * longer sounds, which have an integrated loudness. Absent in records from before 1.6.0.
   */
  ungatedLufs: decibels.nullable().optional(),
  rangeLu: withPlaces(2, z.number().nonnegative()).nullable(),
  shortTermMaxLufs: decibels.nullable(),
  momentaryMaxLufs: decibels.nullable(),
  truePeakDbtp: decibels.nullable(),
  samplePeakDbfs: decibels.nullable(),
  rmsDbfs: decibels.nullable(),
  crestDb: decibels.nullable(),
  /** How often three or more successive samples of a channel sit at full scale. */
  clippingRuns: z.number().int().nonnegative(),
  /** Mean of the samples of the channel where it is farthest from 0; full scale = 1. */
  dcOffset: withPlaces(6),
  /** What stays within ±0.001 (−60 dBFS) in every channel before the first and after the last sound. */
  headSilenceSeconds: seconds,
  tailSilenceSeconds: seconds,
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
