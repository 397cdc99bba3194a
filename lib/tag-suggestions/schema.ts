import { z } from "zod";
import { tagsSchema } from "@/lib/samples/tags/schema";
import { TAG_KINDS } from "./constants";

/** A tag that a sample does not have and similar ones do. */
export const suggestedTagSchema = z.object({
  tag: z.string(),
  kind: z.enum(TAG_KINDS),
  /** 0–1: how often a suggestion like this is right. */
  confidence: z.number(),
  /** The most similar samples that have the tag. */
  because: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
});
export type SuggestedTag = z.infer<typeof suggestedTagSchema>;

const answers = z.strictObject({
  /** Become tags of the sample. */
  accept: tagsSchema.default([]),
  /** Are not suggested for this sample again, and less for those that sound like it. */
  reject: tagsSchema.default([]),
});
type Answers = z.output<typeof answers>;

const saysSomething = ({ accept, reject }: Answers) => accept.length + reject.length > 0;
const saysEachOnce = ({ accept, reject }: Answers) => !accept.some((tag) => reject.includes(tag));
const SAYS_NOTHING = "name at least one tag in accept or reject";
const SAYS_TWICE = "a tag can be in one of accept and reject only";

export const answersSchema = answers.refine(saysSomething, SAYS_NOTHING).refine(saysEachOnce, SAYS_TWICE);
export const answerSuggestionsSchema = answers
  .extend({ id: z.uuid() })
  .refine(saysSomething, SAYS_NOTHING)
  .refine(saysEachOnce, SAYS_TWICE);
export type AnswerSuggestions = z.input<typeof answerSuggestionsSchema>;
