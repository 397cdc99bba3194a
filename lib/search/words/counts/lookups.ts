import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { PlannedOnce } from "@/db/planned-once";
import type { RangeCounts, TermCounts } from "@/lib/search/words/asked";
import type { Term } from "@/lib/search/words/expression";
import { ofKindsSql } from "@/lib/search/words/pages/kinds-sql";
import { KINDS, type Kind } from "@/lib/search/words/schema";
import { ALL_KIND, WORD_KIND } from "@/lib/search-documents/constants";
import { filterSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";

/** Words that begin alike are counted up to this many. */
const BEGINNINGS_COUNTED = 2000;
const TYPES = KINDS.filter((kind) => kind !== "").map((kind) => ["type", kind] as const);
/** Words that begin alike are searched one by one if they are not more. */
const WORDS_LISTED = 100;
type CountRow = { kind: string; term: string; count: number; largest: number; words: string[] | null };
/** Ranges have nothing to do with labels. */
const NOTHING: ReadonlySet<string> = new Set();
const LAST_CHARACTER = "\u{10ffff}";

const counting = new PlannedOnce<CountRow>(
  "counts of terms",
  `select t.kind, t.term, t.count, t.count as largest, null::text[] as words
   from unnest($2::text[], $3::text[]) as wanted (kind, term)
   join search_terms t on t.owner_id = $1::uuid and t.kind = wanted.kind and t.term = wanted.term
   union all
   select 'begun', wanted.term, begun.count, begun.largest, begun.words
   from unnest($4::text[]) as wanted (term), lateral (
     select coalesce(sum(alike.count), 0)::int as count, coalesce(max(alike.count), 0) as largest,
       case when count(*) <= ${WORDS_LISTED} then array_agg(alike.term) end as words
     from (
       select t.term, t.count from search_terms t
       where t.owner_id = $1::uuid and t.kind = '${WORD_KIND}'
         and t.term >= wanted.term and t.term < wanted.term || $5::text
       limit ${BEGINNINGS_COUNTED}) alike
   ) begun`,
);

/** How many of the owner's samples have each of these words and facets. One question to the database. */
export async function findCounts(
  ownerId: string,
  words: readonly Term[],
  facets: readonly string[],
): Promise<TermCounts> {
  const whole = words.filter(({ isPrefix }) => !isPrefix).map(({ lexeme }) => [WORD_KIND, lexeme] as const);
  const begun = [...new Set(words.filter(({ isPrefix }) => isPrefix).map(({ lexeme }) => lexeme))];
  const named = facets.map((facet) => {
    const colon = facet.indexOf(":");
    return [facet.slice(0, colon), facet.slice(colon + 1)] as const;
  });
  const exact = [[ALL_KIND, ""] as const, ...TYPES, ...whole, ...named];
  const [kinds, terms] = [exact.map(([kind]) => kind), exact.map(([, term]) => term)];
  const rows = await counting.rows(ownerId, kinds, terms, begun, LAST_CHARACTER);
  const beginnings = new Map(
    rows.flatMap(({ kind, term, words }) => (kind === "begun" ? [[term, words] as const] : [])),
  );
  const counts = new Map(rows.map(({ kind, term, count }) => [`${kind}:${term}`, count]));
  const largest = new Map(rows.flatMap((row) => (row.kind === "begun" ? [[row.term, row.largest] as const] : [])));
  const countOf = (id: string) => counts.get(id) ?? 0;
  const total = countOf(`${ALL_KIND}:`);
  return {
    total,
    kindCount: (kind) =>
      kind === "" ? total - TYPES.reduce((sum, [, type]) => sum + countOf(`type:${type}`), 0) : countOf(`type:${kind}`),
    wordCount: ({ lexeme, isPrefix }) => countOf(`${isPrefix ? "begun" : WORD_KIND}:${lexeme}`),
    wordShareCount: ({ lexeme, isPrefix }) =>
      isPrefix ? (largest.get(lexeme) ?? 0) : countOf(`${WORD_KIND}:${lexeme}`),
    facetCount: countOf,
    wordsBegunBy: (lexeme) => beginnings.get(lexeme) ?? null,
  };
}

/** Samples in a range are counted up to this many. Beyond, any number is more than can be collected at once. */
const RANGE_COUNTED = 20_000;

/** The share of a library that is taken for what is beyond. */
const WIDE_SHARE = 0.3;

/**
 * How many of the owner's samples were added in each range of times that is asked for and not negated; roughly where
 * they are many. `kinds`: only of these. Other numbers have steps, which are counted with words and facets.
 */
export async function countAddedIn(
  ownerId: string,
  filters: readonly Filter[],
  kinds: readonly Kind[] = KINDS,
): Promise<RangeCounts> {
  const ranges = filters.filter(
    (filter) => filter.kind === "range" && filter.number === "addedAt" && !filter.isNegated,
  );
  if (ranges.length === 0) return new Map();
  const counts = ranges.map(
    (range) => sql`(select count(*) from (
      select from search_documents d where ${ofKindsSql(ownerId, kinds)} and ${filterSql(range, NOTHING)}
      limit ${RANGE_COUNTED}) counted)::int`,
  );
  const { rows } = await db().execute<{ counts: number[]; total: number }>(sql`
    select array[${sql.join(counts, sql`, `)}] as counts, coalesce((
      select count from search_terms where owner_id = ${ownerId}::uuid and kind = ${ALL_KIND} and term = ''), 0) as total`);
  const [row] = rows;
  const widened = (count: number) => (count < RANGE_COUNTED ? count : Math.max(count, (row?.total ?? 0) * WIDE_SHARE));
  return new Map(ranges.map((range, at) => [range, widened(row?.counts[at] ?? 0)]));
}
