import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { coefficient, confidence, share } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** What a sound is like to an ear. */
export const timbreValue = describeValue(
  "timbre",
  z.object({
    /** Share of the summed amplitude from 1500 Hz on. */
    brightness: share,
    /** Share of the summed amplitude from 80 to 500 Hz. */
    warmth: share,
    /** 0 = noise, 1 = one harmonic tone. */
    harmonicity: share,
    /** Of a one-shot, from 10 to 90 % of its peak; null for loops and tracks, which rise many times. */
    attackSeconds: withPlaces(6, z.number().positive()).nullable(),
    /** Decimal logarithm of the attack in seconds. */
    logAttackTime: coefficient.nullable(),
    /** Centre of gravity of the level, 0 … 1 of the duration. */
    temporalCentroid: share,
    confidence,
  }),
);
export type Timbre = z.infer<typeof timbreValue.schema>;
