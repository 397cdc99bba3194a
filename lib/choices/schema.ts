import { z } from "zod";
import { CHOICE_VALUES, type Choices, DISMISSED_PATTERN } from "./constants";

const fields = {
  language: z.enum(CHOICE_VALUES.language),
  theme: z.enum(CHOICE_VALUES.theme),
  motion: z.enum(CHOICE_VALUES.motion),
  density: z.enum(CHOICE_VALUES.density),
  notation: z.enum(CHOICE_VALUES.notation),
  dismissed: z.string().regex(DISMISSED_PATTERN),
};

/** What a person changes: some of it or all. */
export const chooseSchema = z.object(fields).partial();
/** The same as the fields of a form, which say more than that. */
export const chooseByFormSchema = z
  .instanceof(FormData)
  .transform((form) => Object.fromEntries(form))
  .pipe(chooseSchema);
export type Choose = Partial<Choices>;

const storedSchema = z.object({
  language: fields.language.optional().catch(undefined),
  theme: fields.theme.optional().catch(undefined),
  motion: fields.motion.optional().catch(undefined),
  density: fields.density.optional().catch(undefined),
  notation: fields.notation.optional().catch(undefined),
  dismissed: fields.dismissed.optional().catch(undefined),
});

/** What is stored for a person. What an older version stored, and nobody knows now, is as if it were not there. */
export function choicesStored(stored: unknown): Choose {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
}
