import { z } from "zod";
import { cents, confidence, hertz } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** The note of a single sound, in equal temperament at A4 = 440 Hz; C4 is middle C. */
export const pitchValue = describeValue(
  "pitch",
  z.object({
    note: z.string().regex(/^[A-G]#?-?\d$/),
    /** Deviation from the note, −50 … 50. */
    cents,
    hz: hertz,
    confidence,
  }),
);
export type Pitch = z.infer<typeof pitchValue.schema>;
