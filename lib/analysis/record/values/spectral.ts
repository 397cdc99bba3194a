import { z } from "zod";
import { confidence, describeValue } from "./describe-value";

/** Means over the frames that are not silent; Meyda's functions on our own spectra. */
export const spectralValue = describeValue(
  "spectral",
  z.object({
    centroidHz: z.number().nonnegative(),
    spreadHz: z.number().nonnegative(),
    /** Below it lie 85 % of the spectral energy. */
    rolloffHz: z.number().nonnegative(),
    /** Below it lie 95 %. */
    rolloff95Hz: z.number().nonnegative(),
    /** 0 = a pure tone, 1 = white noise. */
    flatness: z.number().min(0).max(1),
    /** Sign changes a second, of the unwindowed signal. */
    zeroCrossingRate: z.number().nonnegative(),
    flux: z.number().nonnegative(),
    /** Twenty coefficients; only the first depends on the level. */
    mfcc: z.array(z.number()),
    /** Variance of each over time. */
    mfccVariance: z.array(z.number().nonnegative()),
    /** Peaks over valleys in dB: below 200 Hz and in the six octaves from there. */
    contrastDb: z.array(z.number()),
    /** 0 = white, −3 = pink noise. */
    slopeDbPerOctave: z.number(),
    confidence,
  }),
);
export type Spectral = z.infer<typeof spectralValue.schema>;
