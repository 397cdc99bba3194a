import type { Dictionary } from "@/lib/language/text";

/** The front page and the try without an account. */
export const LANDING: Dictionary = {};
