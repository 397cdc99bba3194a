import type { FlagName } from "@/lib/flags/constants";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { wordsAtPlaces } from "@/lib/search-documents/folding";
import { wantedFacets } from "@/lib/search-documents/wanted-facets";
import type { Filter, ParsedQuery } from "@/lib/search-query/filter";
import { type Expression, mostMatches, queryText, type Term, termsOf, type Weights } from "./expression";
import { expressionOfWords, readWords, type TypedWords, textOfWords } from "./typed-words";

/** Flags that decide by what a person may find. */
export const SEARCHED_FLAGS = ["genre-mood-tags", "instrument-tags"] as const satisfies FlagName[];

/** A query as it is asked of one person's library. */
export interface Asked {
  words: TypedWords;
  /** Null if the query has no words. */
  expression: Expression | null;
  filters: readonly Filter[];
  hidden: ReadonlySet<string>;
}

export function askedOf(query: ParsedQuery, features: ReadonlySet<FlagName>, isTyping: boolean): Asked {
  const words = readWords(query.text, { isTyping });
  const hidden = hiddenLabels(features);
  return { words, expression: expressionOfWords(words), filters: query.filters, hidden };
}

/** The same question with other words. */
export const askedWith = (asked: Asked, words: TypedWords): Asked => ({
  ...asked,
  words,
  expression: expressionOfWords(words),
});

/** One condition of a query, the query without it, and it alone. */
interface Part {
  kind: "filter" | "word";
  text: string;
  others: Asked;
  only: Asked;
}

export function partsOf(asked: Asked): Part[] {
  const { filters, words } = asked;
  const noWords = { clauses: [] };
  return [
    ...filters.map((filter): Part => {
      const others = { ...asked, filters: filters.filter((other) => other !== filter) };
      return { kind: "filter", text: filter.text, others, only: { ...askedWith(asked, noWords), filters: [filter] } };
    }),
    ...words.clauses.map((clause): Part => {
      const others = askedWith(asked, { clauses: words.clauses.filter((other) => other !== clause) });
      const only = { ...askedWith(asked, { clauses: [clause] }), filters: [] };
      return { kind: "word", text: textOfWords({ clauses: [clause] }), others, only };
    }),
  ];
}

/**
 * The words as a `tsquery`. Words of labels that are switched off count where people wrote them, not where the analysis
 * heard them.
 */
export function wordsQuery(expression: Expression, hidden: ReadonlySet<string>): string {
  return queryText(expression, weightsBeside(hidden));
}

export function weightsBeside(hidden: ReadonlySet<string>): (term: Term) => Weights {
  if (hidden.size === 0) return () => "";
  const words = [...hidden].flatMap((label) => wordsAtPlaces(label).flat());
  return ({ lexeme, isPrefix }) =>
    words.some((word) => (isPrefix ? word.startsWith(lexeme) : word === lexeme)) ? "ACD" : "";
}

/** How many samples of a library have each word and facet. */
export interface TermCounts {
  /** All samples of the library. */
  total: number;
  wordCount(term: Term): number;
  facetCount(facet: string): number;
}

/** The words and facets whose counts bound how much is found. */
export function countedTerms({ expression, filters, hidden }: Asked): { words: Term[]; facets: string[] } {
  return {
    words: expression ? termsOf(expression) : [],
    facets: filters.flatMap((filter) => (filter.kind === "facet" ? wantedFacets(filter, hidden) : [])),
  };
}

/** What is known of how many samples match. */
export interface Bounds {
  /** All samples of the library. */
  total: number;
  /** At most so many match. */
  most: number;
  /** So many match if the conditions have nothing to do with each other. */
  expected: number;
}

/** Negated conditions are not counted, so there may be fewer. `inRanges`: how many are in each range that is asked for. */
export function boundsOf(asked: Asked, counts: TermCounts, inRanges: readonly number[]): Bounds {
  const { expression, filters, hidden } = asked;
  const { total } = counts;
  const byFacets = filters.flatMap((filter) => {
    if (filter.kind !== "facet" || filter.isNegated) return [];
    return [wantedFacets(filter, hidden).reduce((sum, facet) => sum + counts.facetCount(facet), 0)];
  });
  const byWords = expression?.kind === "all" ? expression.of : expression ? [expression] : [];
  const bounds = [...byFacets, ...inRanges, ...byWords.map((word) => mostMatches(word, counts.wordCount, total))];
  const shares = bounds.map((bound) => Math.min(1, bound / Math.max(1, total)));
  return {
    total,
    most: Math.min(total, ...bounds),
    expected: shares.reduce((product, share) => product * share, total),
  };
}
