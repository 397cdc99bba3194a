import type { Dictionary } from "@/lib/language/text";

/** The library, its lists, folders, views, batches, slices, trash and duplicates. */
export const LIBRARY: Dictionary = {};
