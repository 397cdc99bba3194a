import { msg } from "@/lib/language/text";
import type { Sort } from "@/lib/search/schema";

/** The orders of a search, as its menu has them: marked texts. */
export const SORT_LABELS: Record<Sort, string> = {
  relevance: msg("Best match first"),
  name: msg("Name, A to Z"),
  "-name": msg("Name, Z to A"),
  "-addedAt": msg("Newest first"),
  addedAt: msg("Oldest first"),
  bpm: msg("Slowest first"),
  "-bpm": msg("Fastest first"),
  key: msg("Key, around the wheel"),
  "-key": msg("Key, the other way round"),
  seconds: msg("Shortest first"),
  "-seconds": msg("Longest first"),
  lufs: msg("Quietest first"),
  "-lufs": msg("Loudest first"),
  sizeBytes: msg("Smallest file first"),
  "-sizeBytes": msg("Largest file first"),
  year: msg("Earliest year first"),
  "-year": msg("Latest year first"),
  rating: msg("Lowest rated first"),
  "-rating": msg("Highest rated first"),
};
