import type { Dictionary } from "@/lib/language/text";

/** Collections, playlists and downloads. */
export const COLLECTIONS: Dictionary = {};
