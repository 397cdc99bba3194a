import { z } from "zod";
import { cents, confidence } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Deviation from A4 = 440 Hz. */
export const tuningValue = describeValue("tuning", z.object({ cents, confidence }));
