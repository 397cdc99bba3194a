import type { Dictionary } from "@/lib/language/text";

/** Search: words, filters, sounds. */
export const SEARCH: Dictionary = {};
