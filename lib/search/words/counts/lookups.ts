import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { searchTerms } from "@/db/schema/search-terms";
import type { TermCounts } from "@/lib/search/words/asked";
import type { Term } from "@/lib/search/words/expression";
import { ALL_KIND, WORD_KIND } from "@/lib/search-documents/constants";

/** Words that begin alike are counted up to this many. */
const BEGINNINGS_COUNTED = 2000;
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
