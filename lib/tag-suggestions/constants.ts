import type { AspectWeights } from "@/lib/similarity/schema";

export const TAG_KINDS = ["instrument", "genre", "mood", "free"] as const;
export type TagKind = (typeof TAG_KINDS)[number];

/** What makes two sounds alike in respect of a kind of tag. */
export const WEIGHTS: Record<TagKind, AspectWeights> = {
  instrument: { timbre: 1, rhythm: 0.3, harmony: 0.1 },
  genre: { timbre: 0.6, rhythm: 1, harmony: 0.4 },
  mood: { timbre: 1, rhythm: 1, harmony: 1 },
  free: { timbre: 1, rhythm: 1, harmony: 1 },
};

/** How many similar samples are asked. */
export const NEIGHBOURS = 40;
/** Less similar samples are not asked. */
export const LEAST_SIMILARITY = 0.4;
/** Suggestions that are less certain are not made. */
export const SUGGESTED_FROM = 0.5;
export const SUGGESTIONS_MAX = 12;
