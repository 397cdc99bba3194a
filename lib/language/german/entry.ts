import type { Dictionary } from "@/lib/language/text";

/** Signing in, registering, and what accounts are told. */
export const ENTRY: Dictionary = {};
