import type { Dictionary } from "@/lib/language/text";

/** What strangers see of what is published, and publishing itself. */
export const GALLERY: Dictionary = {};
