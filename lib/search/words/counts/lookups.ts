import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { searchTerms } from "@/db/schema/search-terms";
import type { TermCounts } from "@/lib/search/words/asked";
import type { Term } from "@/lib/search/words/expression";
import { ALL_KIND, WORD_KIND } from "@/lib/search-documents/constants";
import { filterSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";

/** Words that begin alike are counted up to this many. */
const BEGINNINGS_COUNTED = 2000;
/** Ranges have nothing to do with labels. */
const NOTHING: ReadonlySet<string> = new Set();
const LAST_CHARACTER = "\u{10ffff}";

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
  const exact = [[ALL_KIND, ""] as const, ...whole, ...named];
  const { rows } = await db().execute<{ kind: string; term: string; count: number }>(sql`
    select t.kind, t.term, t.count
    from unnest(${sql.param(exact.map(([kind]) => kind))}::text[], ${sql.param(exact.map(([, term]) => term))}::text[])
      as wanted (kind, term)
    join ${searchTerms} t on t.owner_id = ${ownerId}::uuid and t.kind = wanted.kind and t.term = wanted.term
    union all
    select 'begun', wanted.term, (
      select coalesce(sum(alike.count), 0)::int from (
        select t.count from ${searchTerms} t
        where t.owner_id = ${ownerId}::uuid and t.kind = ${WORD_KIND}
          and t.term >= wanted.term and t.term < wanted.term || ${LAST_CHARACTER}
        limit ${BEGINNINGS_COUNTED}) alike)
    from unnest(${sql.param(begun)}::text[]) as wanted (term)`);
  const counts = new Map(rows.map(({ kind, term, count }) => [`${kind}:${term}`, count]));
  const countOf = (id: string) => counts.get(id) ?? 0;
  return {
    total: countOf(`${ALL_KIND}:`),
    wordCount: ({ lexeme, isPrefix }) => countOf(`${isPrefix ? "begun" : WORD_KIND}:${lexeme}`),
    facetCount: countOf,
  };
}

/** Samples in a range are counted up to this many. Beyond, any number is more than can be collected at once. */
const RANGE_COUNTED = 5000;
/** The share of a library that is taken for what is beyond. */
const WIDE_SHARE = 0.1;

/** How many of the owner's samples are in each range that is asked for, roughly where they are many. */
export async function countInRanges(ownerId: string, filters: readonly Filter[], total: number): Promise<number[]> {
  const ranges = filters.filter((filter) => filter.kind === "range" && !filter.isNegated);
  if (ranges.length === 0) return [];
  const counts = ranges.map(
    (range) => sql`(select count(*) from (
      select from search_documents d where d.owner_id = ${ownerId}::uuid and ${filterSql(range, NOTHING)}
      limit ${RANGE_COUNTED}) counted)::int`,
  );
  const { rows } = await db().execute<{ counts: number[] }>(sql`select array[${sql.join(counts, sql`, `)}] as counts`);
  return (rows[0]?.counts ?? []).map((count) => (count < RANGE_COUNTED ? count : Math.max(count, total * WIDE_SHARE)));
}
