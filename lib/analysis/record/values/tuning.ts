import { z } from "zod";
import { confidence, describeValue } from "./describe-value";

/** Deviation from A4 = 440 Hz. */
export const tuningValue = describeValue("tuning", z.object({ cents: z.number().min(-50).max(50), confidence }));
