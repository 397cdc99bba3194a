import type { FlagName } from "@/lib/flags/constants";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { STEP_KIND } from "@/lib/search-documents/constants";
import { wordsAtPlaces } from "@/lib/search-documents/folding";
import { stepsOf } from "@/lib/search-documents/steps";
import { wantedFacets } from "@/lib/search-documents/wanted-facets";
import type { Filter, ParsedQuery } from "@/lib/search-query/filter";
import { type Expression, expectedShare, mostMatches, queryText, type Term, termsOf, type Weights } from "./expression";
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
  /** At most so many, if the word is only begun. */
  wordCount(term: Term): number;
  /** How many have the most frequent of the words that begin so: they often stand together. */
  wordShareCount(term: Term): number;
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
    facets: filters.flatMap((filter) => countedFacets(filter, hidden)),
  };
}

/** Those of which a sample has one that passes, unless it is negated. Steps of a range are counted like facets. */
function countedFacets(filter: Filter, hidden: ReadonlySet<string>): string[] {
  if (filter.kind === "facet") return wantedFacets(filter, hidden);
  return (stepsOf(filter) ?? []).map((step) => `${STEP_KIND}:${step}`);
}

/** One filter of a question, or all of its words. */
export interface Condition {
  of: Filter | "words";
  /** At most so many samples have it; all, if it is not counted or negated. */
  most: number;
  /** Of all samples, if its parts have nothing to do with each other. */
  share: number;
  /** How many lists of samples the index of words reads for it. Infinite where it must read them to their end. */
  lists: number;
}

/** How many samples were added in each range of times, if that is asked for. Steps say how many are in other ranges. */
export type RangeCounts = ReadonlyMap<Filter, number>;

export function conditionsOf(
  { expression, filters, hidden }: Asked,
  counts: TermCounts,
  inRanges: RangeCounts,
): Condition[] {
  const { total } = counts;
  const shareOf = (count: number) => Math.min(1, count / Math.max(1, total));
  const countOf = (filter: Filter) =>
    inRanges.get(filter) ?? countedFacets(filter, hidden).reduce((sum, facet) => sum + counts.facetCount(facet), 0);
  const conditions = filters.map((of): Condition => {
    const isCounted = of.kind === "facet" || inRanges.has(of) || stepsOf(of) !== null;
    const count = isCounted ? countOf(of) : 0;
    const lists = isCounted ? countedFacets(of, hidden).length : Number.POSITIVE_INFINITY;
    return of.isNegated
      ? { of, most: total, share: 1 - shareOf(count), lists }
      : { of, most: Math.min(total, count), share: shareOf(count), lists };
  });
  if (!expression) return conditions;
  const most = mostMatches(expression, counts.wordCount, total);
  const share = expectedShare(expression, (term) => shareOf(counts.wordShareCount(term)));
  return [...conditions, { of: "words", most, share, lists: listsOf(expression, counts) }];
}

const listsOf = (expression: Expression, { wordsBegunBy }: TermCounts): number =>
  termsOf(expression).reduce(
    (sum, { lexeme, isPrefix }) => sum + (isPrefix ? (wordsBegunBy(lexeme)?.length ?? Number.POSITIVE_INFINITY) : 1),
    0,
  );

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
