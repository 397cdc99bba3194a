import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ParsedQuery } from "@/lib/search-query/filter";
import { type Asked, askedOf, countedTerms, mostFound, SEARCHED_FLAGS } from "./asked";
import { findCounts } from "./counts/lookups";
import { listCursor, readListCursor } from "./pages/cursor";
import { collectPage, type PageQuestion, walkPage } from "./pages/lookups";
import { rankAll, rankNewest, withMatches } from "./ranked/lookups";
import type { ListPage, ListQuestion, WordsAnswer, WordsOptions } from "./schema";

/** Up to so many matches are all ranked. Beyond, the newest are. */
const RANKED_MOST = 4000;
/** Rows that are looked at in the order of a list before the index of words is asked for all that match. */
const WALKED_ROWS = 8000;
/** Matches among the newest that are ranked. */
const RANKED_NEWEST = 1000;

const NOTHING: WordsAnswer = { hits: [], isExact: true, total: 0, corrected: null };

/**
 * The samples that match words and filters, the best first. Needs words: a query of filters alone has no best match, and
 * is a list (`listPage`).
 */
export async function searchWords(owner: FlagHolder, query: ParsedQuery, options: WordsOptions): Promise<WordsAnswer> {
  const { limit, isTyping = true } = options;
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), isTyping);
  const { expression } = asked;
  if (!expression) return NOTHING;
  const most = await mostOf(owner.id, asked);
  const words = asked.words.clauses.flat();
  if (most.found > RANKED_MOST && most.total > WALKED_ROWS) {
    const newest = await rankNewest(owner.id, asked, expression, { walked: WALKED_ROWS, kept: RANKED_NEWEST });
    if (newest.length >= limit) {
      const hits = await withMatches(newest.slice(0, limit), asked, words);
      return { hits, isExact: false, total: null, corrected: null };
    }
  }
  const ranked = most.found === 0 ? [] : await rankAll(owner.id, asked, expression, limit);
  return { hits: await withMatches(ranked, asked, words), isExact: true, total: null, corrected: null };
}

async function mostOf(ownerId: string, asked: Asked): Promise<{ found: number; total: number }> {
  const { words, facets } = countedTerms(asked);
  const counts = await findCounts(ownerId, words, facets);
  return { found: mostFound(asked, counts), total: counts.total };
}

/**
 * One page of the samples that match, in an order of values. Returns null if the cursor is not one that this person got
 * for this order.
 */
export async function listPage(owner: FlagHolder, question: ListQuestion): Promise<ListPage | null> {
  const { query, sort, cursor, limit } = question;
  const after = cursor === undefined ? null : readListCursor(owner.id, sort, cursor);
  if (cursor !== undefined && !after) return null;
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), true);
  const found = await positions(owner.id, { asked, sort, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? listCursor(owner.id, sort, last) : null;
  return { sampleIds: shown.map(({ id }) => id), nextCursor };
}

async function positions(ownerId: string, question: PageQuestion) {
  const { asked, after, limit } = question;
  const isFiltered = asked.expression !== null || asked.filters.length > 0;
  if (!isFiltered) {
    const some = after && !after.values ? [] : await walkPage(ownerId, question, "with", limit);
    if (some.length === limit) return some;
    const rest = { ...question, limit: limit - some.length };
    return [...some, ...(await walkPage(ownerId, rest, "without", rest.limit))];
  }
  const most = await mostOf(ownerId, asked);
  if (most.found === 0) return [];
  if (most.found > RANKED_MOST) {
    const part = after && !after.values ? "without" : "with";
    const walked = await walkPage(ownerId, question, part, WALKED_ROWS);
    if (walked.length === limit) return walked;
  }
  return collectPage(ownerId, question);
}
