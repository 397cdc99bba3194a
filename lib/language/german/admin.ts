import type { Dictionary } from "@/lib/language/text";

/** What admins see. */
export const ADMIN: Dictionary = {};
