import { z } from "zod";
import { oneLine } from "@/lib/format/one-line";
import { msg } from "@/lib/language/text";
import { TAG_LENGTH_MAX, TAGS_A_REQUEST_MAX } from "./constants";

/** Characters that nobody sees. With them, two tags could look the same and be different. */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060\ufeff]/gu;

/** A tag as it is stored and searched: one line in lower case, composed (NFC), with single spaces. */
export function normalTag(text: string): string {
  const visible = oneLine(text.normalize("NFC").replace(/\s+/gu, " ")).replace(INVISIBLE, "");
  return visible.toLowerCase().normalize("NFC").trim();
}

const tagSchema = z
  .string()
  .max(TAG_LENGTH_MAX * 10)
  .transform(normalTag)
  .refine((tag) => tag !== "", msg("Enter a tag"))
  .refine((tag) => [...tag].length <= TAG_LENGTH_MAX, msg`Use at most ${TAG_LENGTH_MAX} characters`);
export const tagsSchema = z
  .array(tagSchema)
  .max(TAGS_A_REQUEST_MAX)
  .transform((tags) => [...new Set(tags)]);

const changes = z.strictObject({
  /** Become the owner's own. */
  give: tagsSchema.default([]),
  /** Are taken off, whoever found or gave them. */
  remove: tagsSchema.default([]),
  /** Whatever the owner said about them is forgotten: what was measured counts again. */
  reset: tagsSchema.default([]),
});
export type TagChanges = z.output<typeof changes>;

const saysSomething = ({ give, remove, reset }: TagChanges) => give.length + remove.length + reset.length > 0;
const saysEachOnce = ({ give, remove, reset }: TagChanges) =>
  new Set([...give, ...remove, ...reset]).size === give.length + remove.length + reset.length;
const SAYS_NOTHING = "name at least one tag in give, remove or reset";
const SAYS_TWICE = "a tag can be in one of give, remove and reset only";

export const tagChangesSchema = changes.refine(saysSomething, SAYS_NOTHING).refine(saysEachOnce, SAYS_TWICE);
export const changeTagsSchema = changes
  .extend({ id: z.uuid() })
  .refine(saysSomething, SAYS_NOTHING)
  .refine(saysEachOnce, SAYS_TWICE);
export type ChangeTags = z.input<typeof changeTagsSchema>;

const SAMPLES_MAX = 1000;
export const changeManyTagsSchema = changes
  .extend({ ids: z.array(z.uuid().toLowerCase()).min(1).max(SAMPLES_MAX) })
  .refine(saysSomething, SAYS_NOTHING)
  .refine(saysEachOnce, SAYS_TWICE);
export type ChangeManyTags = z.input<typeof changeManyTagsSchema>;

/** What became of one sample of many. `too_many_tags`: nothing of it was changed. */
export const tagResultSchema = z.object({
  id: z.uuid(),
  result: z.enum(["changed", "unchanged", "not_found", "too_many_tags"]),
});
export type TagResult = z.infer<typeof tagResultSchema>;
