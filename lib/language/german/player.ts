import type { Dictionary } from "@/lib/language/text";

/** The player, keys of the keyboard, live updates. */
export const PLAYER: Dictionary = {};
