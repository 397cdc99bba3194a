import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { coefficient, confidence, decibels, hertz, perSecond } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Means over the frames that are not silent; Meyda's functions on our own spectra. */
export const spectralValue = describeValue(
  "spectral",
  z.object({
    centroidHz: hertz,
    spreadHz: hertz,
    /** Below it lie 85 % of the spectral energy. */
    rolloffHz: hertz,
    /** Below it lie 95 %. */
    rolloff95Hz: hertz,
    /** 0 = a pure tone, 1 = white noise. */
    flatness: withPlaces(6, z.number().min(0).max(1)),
    /** Sign changes a second, of the unwindowed signal. */
    zeroCrossingRate: perSecond,
    flux: withPlaces(6, z.number().nonnegative()),
    /** Twenty coefficients; only the first depends on the level. */
    mfcc: z.array(coefficient),
    /** Variance of each over time. */
    mfccVariance: z.array(withPlaces(4, z.number().nonnegative())),
    /** Peaks over valleys in dB: below 200 Hz and in the six octaves from there. */
    contrastDb: z.array(decibels),
    /** 0 = white, −3 = pink noise. */
    slopeDbPerOctave: decibels,
    confidence,
  }),
);
export type Spectral = z.infer<typeof spectralValue.schema>;
