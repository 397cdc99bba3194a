import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { confidence, share } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

const signedShare = withPlaces(4, z.number().min(-1).max(1));

/** The picture between the front pair. */
export const stereoValue = describeValue(
  "stereo",
  z.object({
    /** 0 = mono, 0.5 = unrelated channels, 1 = opposite phase. */
    width: share,
    correlation: signedShare,
    /** −1 = left only, 1 = right only. */
    balance: signedShare,
    /** 1 = nothing is lost in mono, 0 = mono is silent. */
    monoCompatibility: share,
    confidence,
  }),
);
export type Stereo = z.infer<typeof stereoValue.schema>;
