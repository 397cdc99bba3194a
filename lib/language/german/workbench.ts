import type { Dictionary } from "@/lib/language/text";

/** Correcting values. */
export const WORKBENCH: Dictionary = {};
