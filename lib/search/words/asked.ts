import type { FlagName } from "@/lib/flags/constants";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { wordsAtPlaces } from "@/lib/search-documents/folding";
import { wantedFacets } from "@/lib/search-documents/wanted-facets";
import type { Filter, ParsedQuery } from "@/lib/search-query/filter";
import { type Expression, mostMatches, queryText, type Term, termsOf, type Weights } from "./expression";
import type { Kind } from "./schema";
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
  /** The words that begin like this, if they are not many. */
  wordsBegunBy(lexeme: string): readonly string[] | null;
  /** How many are of a kind, or of none. */
  kindCount(kind: Kind): number;
}

/** The words and facets whose counts bound how much is found. */
export function countedTerms({ expression, filters, hidden }: Asked): { words: Term[]; facets: string[] } {
  return {
    words: expression ? termsOf(expression) : [],
    facets: filters.flatMap((filter) => (filter.kind === "facet" ? wantedFacets(filter, hidden) : [])),
  };
}

/** One filter of a question, or all of its words. */
export interface Condition {
  of: Filter | "words";
  /** At most so many samples have it; all, if it is not counted or negated. */
  most: number;
  /** Of all samples, if its parts have nothing to do with each other. */
  share: number;
}

/** How many samples are in a range, and whether there are more: they are not counted further than that. */
export type RangeCounts = ReadonlyMap<Filter, { count: number; isMore: boolean }>;

/** The share of a library that is taken for what was not counted. */
const WIDE_SHARE = 0.3;

export function rowsInRange(range: Filter, inRanges: RangeCounts, total: number): number {
  const found = inRanges.get(range);
  if (!found) return range.isNegated ? 0 : total;
  return found.isMore ? Math.max(found.count, total * WIDE_SHARE) : found.count;
}

export function conditionsOf(
  { expression, filters, hidden }: Asked,
  counts: TermCounts,
  inRanges: RangeCounts,
): Condition[] {
  const { total } = counts;
  const shareOf = (count: number) => Math.min(1, count / Math.max(1, total));
  const conditions = filters.map((of): Condition => {
    const inRange = rowsInRange(of, inRanges, total);
    const facets = of.kind === "facet" ? wantedFacets(of, hidden) : [];
    const count = of.kind === "facet" ? facets.reduce((sum, facet) => sum + counts.facetCount(facet), 0) : inRange;
    return of.isNegated
      ? { of, most: total, share: 1 - shareOf(count) }
      : { of, most: Math.min(total, count), share: shareOf(count) };
  });
  if (!expression) return conditions;
  const most = mostMatches(expression, counts.wordCount, total);
  const words = expression.kind === "all" ? expression.of : [expression];
  const share = words.reduce((product, word) => product * shareOf(mostMatches(word, counts.wordCount, total)), 1);
  return [...conditions, { of: "words", most, share }];
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

export function boundsOf(conditions: readonly Condition[], total: number): Bounds {
  return {
    total,
    most: Math.min(total, ...conditions.map(({ most }) => most)),
    expected: conditions.reduce((product, { share }) => product * share, total),
  };
}
