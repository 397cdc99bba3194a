/** What can be asked for exactly. A sample's document has each of its facets as `name:value`. */
export const FACETS = ["type", "key", "tag", "instrument", "genre", "mood", "in", "is", "licence", "ai"] as const;
export type FacetName = (typeof FACETS)[number];

/** What can be asked for as a range: BPM, seconds, LUFS, and milliseconds since 1970. */
export const NUMBERS = ["bpm", "seconds", "lufs", "addedAt"] as const;
export type NumberName = (typeof NUMBERS)[number];

/** Both ends belong to it. Infinite where the range is open. */
export interface NumberRange {
  min: number;
  max: number;
}

/** Positions of UTF-16 code units in the text that was typed; `end` is behind the last. */
export interface Span {
  start: number;
  end: number;
}

interface FilterBase {
  /** With a minus before it. A sample without the value then passes. */
  isNegated: boolean;
  /** As it was typed, for chips and messages: `~key:8A`. */
  text: string;
  span: Span;
}

/**
 * One condition of a query. All conditions of a query must hold. Half and double tempo, neighbouring keys and lists are
 * spelled out in `anyOf`, so that whoever filters needs to know nothing about music. A facet's values are without its
 * name: `8A`, not `key:8A`.
 */
export type Filter =
  | (FilterBase & { kind: "facet"; facet: FacetName; anyOf: string[] })
  | (FilterBase & { kind: "range"; number: NumberName; anyOf: NumberRange[] });

/** What is wrong with a query, and where. The rest of the query still counts. */
export interface QueryProblem {
  span: Span;
  /** A marked text: shown by `t`. */
  message: string;
}

export interface ParsedQuery {
  /** The words that remain, in the syntax of Postgres's `websearch_to_tsquery`. Empty if there are only filters. */
  text: string;
  filters: Filter[];
  problems: QueryProblem[];
}
