import type { Dictionary } from "@/lib/language/text";

/** Uploads and imports. */
export const UPLOAD: Dictionary = {};
