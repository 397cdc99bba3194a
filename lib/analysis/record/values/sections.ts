import { z } from "zod";
import { endSeconds, seconds } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Sections of equal label sound alike. */
const section = z.object({
  startSeconds: seconds,
  endSeconds,
  label: z.string().regex(/^[A-Z]\d*$/),
});
export type Section = z.infer<typeof section>;

export const sectionsValue = describeValue("sections", z.array(section));
