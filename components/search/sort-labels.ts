import type { Sort } from "@/lib/search/schema";

/** The orders of a search, as its menu has them. */
export const SORT_LABELS: Record<Sort, string> = {
  relevance: "Best match first",
  name: "Name, A to Z",
  "-name": "Name, Z to A",
  "-addedAt": "Newest first",
  addedAt: "Oldest first",
  bpm: "Slowest first",
  "-bpm": "Fastest first",
  key: "Key, around the wheel",
  "-key": "Key, the other way round",
  seconds: "Shortest first",
  "-seconds": "Longest first",
  lufs: "Quietest first",
  "-lufs": "Loudest first",
  sizeBytes: "Smallest file first",
  "-sizeBytes": "Largest file first",
  year: "Earliest year first",
  "-year": "Latest year first",
  rating: "Lowest rated first",
  "-rating": "Highest rated first",
};
