import { z } from "zod";
import { confidence } from "@/lib/analysis/record/units";
import { TONICS } from "@/lib/music/keys";
import { describeValue } from "./describe-value";

/** One reading of a key. */
export const namedKey = z.object({ tonic: z.enum(TONICS), mode: z.enum(["major", "minor"]), confidence });

/** The key of the whole piece, in the notations of musicians and DJs, with its next best readings. */
export const keyValue = describeValue(
  "key",
  z.object({
    ...namedKey.shape,
    camelot: z.string().regex(/^([1-9]|1[0-2])[AB]$/),
    openKey: z.string().regex(/^([1-9]|1[0-2])[md]$/),
    alternatives: z.array(namedKey),
    /**
     * How certain the key signature is, whichever of the two relative keys is the right one. `confidence` is that of
     * tonic and mode. Absent in records from before 1.6.0.
     */
    signatureConfidence: confidence.optional(),
  }),
);
export type MusicalKey = z.infer<typeof keyValue.schema>;
