import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { fold } from "@/lib/search-documents/folding";
import type { ParsedQuery } from "@/lib/search-query/filter";
import {
  type Asked,
  askedOf,
  askedWith,
  type Bounds,
  boundsOf,
  conditionsOf,
  partsOf,
  SEARCHED_FLAGS,
  type TermCounts,
} from "./asked";
import { correctedWords, FEW_HITS } from "./corrected-words";
import { countAddedIn } from "./counts/lookups";
import { withWholeWords } from "./expression";
import { listPositions } from "./list-positions";
import { countsOf, smallLibraries } from "./lookups";
import { listCursor, readListCursor } from "./pages/cursor";
import { countMatches } from "./pages/lookups";
import { collection } from "./pages/plan";
import { findMatches, RANKED_AT_ONCE, rankAll, rankNewest, rankSmall } from "./ranked/lookups";
import type {
  Emptying,
  ListPage,
  ListQuestion,
  RankedWords,
  Suggestion,
  SuggestionQuestion,
  WordsAnswer,
  WordsOptions,
} from "./schema";
import { SMALL_LIBRARY } from "./small-libraries";
import { findFolders, findTerms, findTitles } from "./suggestions/lookups";
import { textOfWords } from "./typed-words";

/** Rows that are looked at in the order of a list before the index of words is asked for all that match. */
const WALKED_ROWS = 3000;
/** How many times as many as needed must be expected among them. */
const LUCK = 1.5;
/** The same where they are hardly expected to be enough. */
const WALKED_FIRST = 1000;
/** Matches among the newest that are ranked. */
const RANKED_NEWEST = 200;

/** How many times as many matches is a lot. */
const FAR_MORE = 10;
/** How far samples are counted to tell which filter leaves nothing over. */
const COUNTED_MOST = 100;

/** Conditions of a query that are looked at one by one. */
const PARTS_MOST = 12;

/**
 * The samples that match words and filters, the best first. Needs words: a query of filters alone has no best match, and
 * is a list (`listPage`). Where hardly anything has the words, it also looks for what they may have been meant to be.
 */
export async function searchWords(owner: FlagHolder, query: ParsedQuery, options: WordsOptions): Promise<WordsAnswer> {
  const { hits, matchesOf, ...answer } = await rankWords(owner, query, options);
  const matches = await matchesOf(hits.map(({ sampleId }) => sampleId));
  return { ...answer, hits: hits.map((hit) => ({ ...hit, matched: matches.get(hit.sampleId) ?? [] })) };
}

/** The same without the words that were found in each, which can then be asked for those that are shown. */
export async function rankWords(owner: FlagHolder, query: ParsedQuery, options: WordsOptions): Promise<RankedWords> {
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), options.isTyping ?? true);
  const found = await ranked(owner.id, asked, options.limit);
  const asTyped: RankedWords = { ...found, corrected: null, matchesOf: (ids) => findMatches(ids, asked) };
  if (found.hits.length > Math.min(FEW_HITS, options.limit - 1)) return asTyped;
  const meant = await correctedWords(owner.id, asked, found.counts ?? (await countsOf(owner.id, asked)));
  if (!meant) return asTyped;
  const other = askedWith(asked, meant);
  const more = await ranked(owner.id, other, options.limit);
  const known = new Set(found.hits.map(({ sampleId }) => sampleId));
  const added = more.hits.filter(({ sampleId }) => !known.has(sampleId));
  if (added.length === 0) return asTyped;
  return {
    hits: [...found.hits, ...added].slice(0, options.limit),
    isExact: more.isExact,
    corrected: textOfWords(meant),
    matchesOf: async (ids) => {
      const [typed, corrected] = await Promise.all([
        asTyped.matchesOf(ids.filter((id) => known.has(id))),
        findMatches(
          ids.filter((id) => !known.has(id)),
          other,
        ),
      ]);
      return new Map([...typed, ...corrected]);
    },
  };
}

interface RankedHits extends Pick<RankedWords, "hits" | "isExact"> {
  /** Null if nothing had to be counted. */
  counts: TermCounts | null;
}

async function ranked(ownerId: string, asked: Asked, limit: number): Promise<RankedHits> {
  const { expression } = asked;
  const nothing = { hits: [], isExact: true };
  if (!expression) return { ...nothing, counts: null };
  const all = async () => ({ hits: await rankSmall(ownerId, asked, expression, limit), isExact: true });
  if (smallLibraries.has(ownerId)) return { ...(await all()), counts: null };
  const [counts, inRanges] = await Promise.all([countsOf(ownerId, asked), countAddedIn(ownerId, asked.filters)]);
  const { total } = counts;
  const conditions = conditionsOf(asked, counts, inRanges);
  const bounds = boundsOf(conditions, total);
  if (bounds.most === 0) return { ...nothing, counts };
  if (total <= SMALL_LIBRARY) return { ...(await all()), counts };
  const { by, read } = collection(conditions, total);
  for (const walked of read <= RANKED_AT_ONCE ? [] : newestWalks(bounds, limit)) {
    const newest = await rankNewest(ownerId, asked, expression, { walked, kept: RANKED_NEWEST });
    if (newest.length >= limit) return { hits: newest.slice(0, limit), isExact: false, counts };
    if (newest.length * (WALKED_ROWS / walked) < limit) break;
  }
  const sought = withWholeWords(expression, counts.wordsBegunBy);
  const hits = await rankAll(ownerId, asked, expression, { limit, by, sought });
  return { hits, isExact: bounds.most <= RANKED_AT_ONCE, counts };
}

/**
 * How many of the newest to walk before all that match are ranked. None if little matches, or if the page is hardly full
 * afterwards; but a few where much may match, as words that stand together do so more often than by chance.
 */
function newestWalks({ most, expected, total }: Bounds, limit: number): number[] {
  if (most <= RANKED_AT_ONCE) return [];
  if ((expected / total) * WALKED_ROWS >= limit * LUCK) return [WALKED_ROWS];
  return most > FAR_MORE * RANKED_AT_ONCE ? [WALKED_FIRST, WALKED_ROWS] : [];
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
  const found = await listPositions(owner.id, asked, { sort, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? listCursor(owner.id, sort, last) : null;
  return { sampleIds: shown.map(({ id }) => id), nextCursor };
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
