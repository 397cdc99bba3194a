/** Why tags of a sample could not be changed. */
export const TAG_REFUSALS = {
  not_found: "This sample no longer exists. Reload the page.",
  too_many_tags: "A sample cannot have more tags. Take one off first.",
} as const;
