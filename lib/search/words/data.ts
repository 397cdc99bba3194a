import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { fold, singleWord } from "@/lib/search-documents/folding";
import type { ParsedQuery } from "@/lib/search-query/filter";
import {
  type Asked,
  askedOf,
  askedWith,
  countedTerms,
  mostFound,
  partsOf,
  SEARCHED_FLAGS,
  type TermCounts,
} from "./asked";
import { likelyWord } from "./corrections";
import { findCounts } from "./counts/lookups";
import { mostMatches } from "./expression";
import { listCursor, readListCursor } from "./pages/cursor";
import { collectPage, countMatches, type PageQuestion, walkPage } from "./pages/lookups";
import { rankAll, rankNewest, withMatches } from "./ranked/lookups";
import type {
  Emptying,
  ListPage,
  ListQuestion,
  Suggestion,
  SuggestionQuestion,
  WordsAnswer,
  WordsOptions,
} from "./schema";
import { findFolders, findSpelledAlike, findTerms, findTitles } from "./suggestions/lookups";
import { type TypedWord, type TypedWords, textOfWords } from "./typed-words";

/** Up to so many matches are all ranked. Beyond, the newest are. */
const RANKED_MOST = 4000;
/** Rows that are looked at in the order of a list before the index of words is asked for all that match. */
const WALKED_ROWS = 8000;
/** Matches among the newest that are ranked. */
const RANKED_NEWEST = 1000;

/** So few hits may come from a misspelled word. */
const FEW_HITS = 2;
/** How many times more frequent a word must be that is searched beside one that has been found. */
const FAR_MORE = 10;
/** How far samples are counted to tell which filter leaves nothing over. */
const COUNTED_MOST = 100;

/** Conditions of a query that are looked at one by one. */
const PARTS_MOST = 12;

const NOTHING: WordsAnswer = { hits: [], isExact: true, corrected: null };

/**
 * The samples that match words and filters, the best first. Needs words: a query of filters alone has no best match, and
 * is a list (`listPage`). Where hardly anything has the words, it also looks for what they may have been meant to be.
 */
export async function searchWords(owner: FlagHolder, query: ParsedQuery, options: WordsOptions): Promise<WordsAnswer> {
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), options.isTyping ?? true);
  const counts = await countsOf(owner.id, asked);
  const found = await ranked(owner.id, asked, counts, options.limit);
  if (found.hits.length > Math.min(FEW_HITS, options.limit - 1)) return found;
  const meant = await correctedWords(owner.id, asked, counts);
  if (!meant) return found;
  const other = askedWith(asked, meant);
  const more = await ranked(owner.id, other, await countsOf(owner.id, other), options.limit);
  const known = new Set(found.hits.map(({ sampleId }) => sampleId));
  const added = more.hits.filter(({ sampleId }) => !known.has(sampleId));
  if (added.length === 0) return found;
  const hits = [...found.hits, ...added].slice(0, options.limit);
  return { hits, isExact: more.isExact, corrected: textOfWords(meant) };
}

async function ranked(ownerId: string, asked: Asked, counts: TermCounts, limit: number): Promise<WordsAnswer> {
  const { expression } = asked;
  const most = mostFound(asked, counts);
  if (!expression || most === 0) return NOTHING;
  const words = asked.words.clauses.flat();
  if (most > RANKED_MOST && counts.total > WALKED_ROWS) {
    const newest = await rankNewest(ownerId, asked, expression, { walked: WALKED_ROWS, kept: RANKED_NEWEST });
    if (newest.length >= limit) {
      return { ...NOTHING, hits: await withMatches(newest.slice(0, limit), asked, words), isExact: false };
    }
  }
  return { ...NOTHING, hits: await withMatches(await rankAll(ownerId, asked, expression, limit), asked, words) };
}

/** The words with those replaced that nothing or hardly anything has. Null if there are none to replace. */
async function correctedWords(ownerId: string, asked: Asked, counts: TermCounts): Promise<TypedWords | null> {
  let isChanged = false;
  const corrected = async (word: TypedWord): Promise<TypedWord> => {
    const has = mostMatches(word.expression, counts.wordCount, counts.total);
    const typed = singleWord(word.text);
    if (typed === null || word.isNegated || word.isPhrase || has > FEW_HITS) return word;
    const alike = await findSpelledAlike(ownerId, typed);
    const meant = likelyWord(typed, has === 0 ? alike : alike.filter(({ count }) => count >= has * FAR_MORE));
    if (meant === null) return word;
    isChanged = true;
    return { ...word, text: meant, expression: { kind: "term", lexeme: meant, isPrefix: false } };
  };
  const clauses = await Promise.all(asked.words.clauses.map((words) => Promise.all(words.map(corrected))));
  return isChanged ? { clauses } : null;
}

async function countsOf(ownerId: string, asked: Asked): Promise<TermCounts> {
  const { words, facets } = countedTerms(asked);
  return findCounts(ownerId, words, facets);
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
  const most = mostFound(asked, await countsOf(ownerId, asked));
  if (most === 0) return [];
  if (most > RANKED_MOST) {
    const part = after && !after.values ? "without" : "with";
    const walked = await walkPage(ownerId, question, part, WALKED_ROWS);
    if (walked.length === limit) return walked;
  }
  return collectPage(ownerId, question);
}

/** What the search box can complete: values of a facet, or titles, with how many samples have each. */
export async function suggest(owner: FlagHolder, { kind, prefix, limit }: SuggestionQuestion): Promise<Suggestion[]> {
  const typed = prefix.replaceAll("\0", "").toWellFormed().normalize("NFC").toLowerCase().trimStart();
  if (kind === "title") return findTitles(owner.id, fold(typed), limit);
  if (kind === "in") return findFolders(owner.id, typed, limit);
  const hidden = hiddenLabels(await flagsOf(owner, SEARCHED_FLAGS));
  const all = await findTerms(owner.id, kind, typed, limit + hidden.size);
  const own = kind === "tag" && hidden.size > 0 ? await findTerms(owner.id, "own", typed, limit) : [];
  const shown = [...all.filter(({ value }) => !hidden.has(value)), ...own.filter(({ value }) => hidden.has(value))];
  return shown.slice(0, limit);
}

/**
 * Which filters or words leave nothing over: those without which there would be samples. If there is no single one,
 * those that no sample has, whatever else is asked.
 */
export async function emptyingFilters(owner: FlagHolder, query: ParsedQuery): Promise<Emptying[]> {
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), true);
  const parts = partsOf(asked).slice(0, PARTS_MOST);
  const without: Emptying[] = [];
  for (const { kind, text, others } of parts) {
    without.push({ kind, text, without: await countMatches(owner.id, others, COUNTED_MOST) });
  }
  const alone = without.filter((part) => part.without > 0);
  if (alone.length > 0) return alone;
  const empty = await Promise.all(parts.map(async ({ only }) => (await countMatches(owner.id, only, 1)) === 0));
  return without.filter((_, at) => empty[at]);
}
