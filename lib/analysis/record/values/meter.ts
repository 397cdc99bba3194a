import { z } from "zod";
import { confidence } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** As written: in six-eight a bar has six eighths, and two beats are counted. */
export const meterValue = describeValue(
  "meter",
  z.object({
    beatsPerBar: z.union([z.literal(3), z.literal(4), z.literal(6)]),
    beatUnit: z.union([z.literal(4), z.literal(8)]),
    confidence,
  }),
);
export type Meter = z.infer<typeof meterValue.schema>;
