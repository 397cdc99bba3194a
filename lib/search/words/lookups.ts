import "server-only";
import { type Asked, type Condition, conditionsOf, countedTerms, type TermCounts } from "./asked";
import { countAddedIn, findCounts } from "./counts/lookups";
import { withWholeWords } from "./expression";
import type { WalkedQuestion } from "./pages/plan";
import { SMALL_LIBRARY, SmallLibraries } from "./small-libraries";

export const smallLibraries = new SmallLibraries();

/** How many of the owner's samples have each word and facet of a question. */
export async function countsOf(ownerId: string, asked: Asked): Promise<TermCounts> {
  const { words, facets } = countedTerms(asked);
  const counts = await findCounts(ownerId, words, facets);
  smallLibraries.note(ownerId, counts.total <= SMALL_LIBRARY);
  return counts;
}

/** What is known of a list before it is read. */
export interface Weighed {
  total: number;
  /** What each row must be asked for, with words that are only begun replaced by the owner's own. */
  rest: Asked;
  conditions: Condition[];
  /** The same and those that are a part of the order. */
  all: Condition[];
  /** Rows of the index of the order in these kinds and ranges. */
  inOrder: number;
}

/** Counts what a list is made of. `walked`: `asked` as the index of the order answers it. */
export async function weigh(ownerId: string, asked: Asked, walked: WalkedQuestion): Promise<Weighed> {
  const { rest, kinds, ranges } = walked;
  const [counts, inRanges] = await Promise.all([countsOf(ownerId, asked), countAddedIn(ownerId, asked.filters, kinds)]);
  const { total } = counts;
  const inKinds = kinds.reduce((sum, kind) => sum + counts.kindCount(kind), 0);
  const expression = rest.expression && withWholeWords(rest.expression, counts.wordsBegunBy);
  return {
    total,
    rest: { ...rest, expression },
    conditions: conditionsOf(rest, counts, inRanges),
    all: conditionsOf(asked, counts, inRanges),
    inOrder: Math.min(
      inKinds,
      ...conditionsOf({ ...rest, expression: null, filters: ranges }, counts, inRanges).map(({ most }) => most),
    ),
  };
}
