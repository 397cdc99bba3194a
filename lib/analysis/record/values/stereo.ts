import { z } from "zod";
import { confidence, describeValue, share } from "./describe-value";

/** The picture between the front pair. */
export const stereoValue = describeValue(
  "stereo",
  z.object({
    /** 0 = mono, 0.5 = unrelated channels, 1 = opposite phase. */
    width: share,
    correlation: z.number().min(-1).max(1),
    /** −1 = left only, 1 = right only. */
    balance: z.number().min(-1).max(1),
    /** 1 = nothing is lost in mono, 0 = mono is silent. */
    monoCompatibility: share,
    confidence,
  }),
);
export type Stereo = z.infer<typeof stereoValue.schema>;
