import type { Dictionary } from "@/lib/language/text";

/** The dashboard, first steps and help in the studio. */
export const DASHBOARD: Dictionary = {};
