import type { ParsedQuery } from "@/lib/search-query/filter";

/** Where a word was found: in title or name, tags, description or folder, artist, album, comment or key. */
export const WORD_FIELDS = ["title", "tags", "description", "artist"] as const;
export type WordField = (typeof WORD_FIELDS)[number];

export interface WordsOptions {
  /** At most this many hits. */
  limit: number;
  /** Whether the last word may still be typed on. True unless said otherwise. */
  isTyping?: boolean;
}

export interface WordHit {
  sampleId: string;
  /** Above 0. Comparable within one answer only. */
  score: number;
  matched: { word: string; fields: WordField[] }[];
}

export interface WordsAnswer extends Omit<RankedWords, "matchesOf"> {
  hits: WordHit[];
}

/** Hits without the words that were found in each. */
export interface RankedWords {
  /** The best first; of equally good ones, the newest. */
  hits: Omit<WordHit, "matched">[];
  /** False if only the newest of many matches were compared, so that a better one may be missing. */
  isExact: boolean;
  /** The words that were searched instead or in addition, where hardly anything has those that were typed. */
  corrected: string | null;
  /** The words that were found in each of these hits, by sample. */
  matchesOf(ids: readonly string[]): Promise<Map<string, WordHit["matched"]>>;
}

/** The orders of a list. With a minus: the largest first. Samples without the value come last either way. */
export const LIST_ORDERS = ["addedAt", "name", "bpm", "key", "seconds", "lufs", "sizeBytes", "year", "rating"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];
export type ListSort = ListOrder | `-${ListOrder}`;
export const LIST_SORTS: readonly ListSort[] = LIST_ORDERS.flatMap((order): ListSort[] => [order, `-${order}`]);

/** What `search_documents.kind` can be. Empty: the sample has none. */
export const KINDS = ["loop", "one-shot", "track", ""] as const;
export type Kind = (typeof KINDS)[number];

export interface ListQuestion {
  query: ParsedQuery;
  sort: ListSort;
  /** Where the last page ended. */
  cursor?: string | undefined;
  limit: number;
}

export interface ListPage {
  sampleIds: string[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** What the search box can complete. `title` is a sample's title or name; the others are facets. */
export const SUGGESTION_KINDS = [
  "title",
  "tag",
  "instrument",
  "genre",
  "mood",
  "key",
  "in",
  "type",
  "is",
  "licence",
  "ai",
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface SuggestionQuestion {
  kind: SuggestionKind;
  /** What is typed so far. Empty for the most frequent ones. */
  prefix: string;
  limit: number;
}

export interface Suggestion {
  value: string;
  /** How many samples have it. */
  count: number;
}

/** What leaves nothing over: a filter as it was typed, or a word. */
export interface Emptying {
  kind: "filter" | "word";
  text: string;
  /** How many samples there would be without it, counted up to a bound. */
  without: number;
}
