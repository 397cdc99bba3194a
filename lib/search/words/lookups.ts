import "server-only";
import { type Asked, type Condition, conditionsOf, countedTerms, type TermCounts } from "./asked";
import { countInRanges, findCounts } from "./counts/lookups";
import { withWholeWords } from "./expression";
import type { WalkedQuestion } from "./pages/plan";

/** How many of the owner's samples have each word and facet of a question. */
export async function countsOf(ownerId: string, asked: Asked): Promise<TermCounts> {
  const { words, facets } = countedTerms(asked);
  return findCounts(ownerId, words, facets);
}

/** What is known of a list before it is read. */
export interface Weighed {
  total: number;
  /** What each row must be asked for, with words that are only begun replaced by the owner's own. */
  rest: Asked;
  conditions: Condition[];
  /** The same and the ranges that are a part of the order. */
  all: Condition[];
  /** Rows of the index of the order in these kinds and ranges. */
  inOrder: number;
}

/** Counts what a list is made of. */
export async function weigh(ownerId: string, { rest, kinds, ranges }: WalkedQuestion): Promise<Weighed> {
  const counts = await countsOf(ownerId, rest);
  const { total } = counts;
  const inRanges = await countInRanges(ownerId, [...rest.filters, ...ranges], total, kinds);
  const conditions = conditionsOf(rest, counts, inRanges);
  const inKinds = kinds.reduce((sum, kind) => sum + counts.kindCount(kind), 0);
  const inOrder = Math.min(inKinds, ...ranges.map((range) => inRanges.get(range) ?? total));
  const all = [...conditions, ...conditionsOf({ ...rest, expression: null, filters: ranges }, counts, inRanges)];
  const expression = rest.expression && withWholeWords(rest.expression, counts.wordsBegunBy);
  return { total, rest: { ...rest, expression }, conditions, all, inOrder };
}
