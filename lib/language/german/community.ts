import type { Dictionary } from "@/lib/language/text";

/** Reactions, comments, reports, notices and moderation. */
export const COMMUNITY: Dictionary = {};
