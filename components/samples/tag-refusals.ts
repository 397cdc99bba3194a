import { msg } from "@/lib/language/text";
/** Why tags of a sample could not be changed. */
export const TAG_REFUSALS = {
  not_found: msg("This sample no longer exists. Reload the page."),
  too_many_tags: msg("A sample cannot have more tags. Take one off first."),
} as const;
