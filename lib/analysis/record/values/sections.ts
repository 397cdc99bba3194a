import { z } from "zod";
import { describeValue } from "./describe-value";

/** Sections of equal label sound alike. */
const section = z.object({
  startSeconds: z.number().nonnegative(),
  endSeconds: z.number().positive(),
  label: z.string().regex(/^[A-Z]\d*$/),
});
export type Section = z.infer<typeof section>;

export const sectionsValue = describeValue("sections", z.array(section));
