import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { executePlannedOnce, PlannedOnce } from "@/db/planned-once";
import { type Asked, type Condition, weightsBeside, wordsQuery } from "@/lib/search/words/asked";
import { type Expression, queryText } from "@/lib/search/words/expression";
import { walkedSql } from "@/lib/search/words/pages/lookups";
import { walkedQuestion } from "@/lib/search/words/pages/plan";
import type { WordField, WordHit } from "@/lib/search/words/schema";
import { expressionOfWord, type TypedWord } from "@/lib/search/words/typed-words";
import { filtersSql, indexedSql } from "@/lib/search-documents/filter-sql";

/** Without its words, as each search has them. */
export interface Ranked {
  sampleId: string;
  score: number;
}

const scoreOf = (query: SQL) => sql`ts_rank_cd(d.document, ${query})`;
const best = sql`order by score desc, d.added_at desc, d.sample_id desc`;

/** Ranking more than this takes longer than anybody waits. */
export const RANKED_AT_ONCE = 1000;
const NEWEST = "-addedAt";

/**
 * All samples that match, ranked; the best `limit` of them. For what is rare: its time grows with the matches, of which
 * it compares any `RANKED_AT_ONCE`.
 *
 * @param by what the index of words is asked for; the rest, of each row
 * @param sought the same as `expression`, as the index finds it soonest
 */
export async function rankAll(
  ownerId: string,
  asked: Asked,
  expression: Expression,
  { limit, by, sought }: { limit: number; by: readonly Pick<Condition, "of">[]; sought: Expression },
): Promise<Ranked[]> {
  const query = sql`${wordsQuery(expression, asked.hidden)}::tsquery`;
  const inIndex = sql`${wordsQuery(sought, asked.hidden)}::tsquery`;
  const indexed = by.map(({ of }) => (of === "words" ? sql`d.document @@ ${inIndex}` : indexedSql(of, asked.hidden)));
  const { rows } = await db().execute<RankedRow>(sql`
    select d.sample_id, ${scoreOf(query)} as score from (
      select d.* from (
        select d.* from search_documents d
        where ${sql.join([sql`d.owner_id = ${ownerId}::uuid and not d.is_deleted`, ...indexed], sql` and `)} offset 0
      ) d where d.document @@ ${query} and ${filtersSql(asked.filters, asked.hidden)} limit ${RANKED_AT_ONCE}
    ) d ${best} limit ${limit}`);
  return rows.map(toRanked);
}

/**
 * Of the newest `walked` samples those that match, at most `kept`, ranked. For what is frequent: its time grows with
 * neither the library nor the matches.
 */
export async function rankNewest(
  ownerId: string,
  asked: Asked,
  expression: Expression,
  { walked, kept }: { walked: number; kept: number },
): Promise<Ranked[]> {
  const query = sql`${wordsQuery(expression, asked.hidden)}::tsquery`;
  const { rest, kinds, ranges } = walkedQuestion(asked, NEWEST);
  if (kinds.length === 0) return [];
  const newest = walkedSql(ownerId, { kinds, ranges, sort: NEWEST, after: null }, "with", walked);
  const statement = sql`
    select d.sample_id, ${scoreOf(query)} as score from (
      select * from ${newest} d
      where d.document @@ ${query} and ${filtersSql(rest.filters, asked.hidden)} limit ${kept}
    ) d ${best}`;
  const isPlain = ranges.length === 0 && rest.filters.length === 0;
  const rows = isPlain
    ? await executePlannedOnce<RankedRow>(`the newest of ${kinds.length} kinds`, statement)
    : (await db().execute<RankedRow>(statement)).rows;
  return rows.map(toRanked);
}

/** All of the owner's samples that match, ranked; the best `limit` of them. For a library that is read as a whole. */
export async function rankSmall(
  ownerId: string,
  asked: Asked,
  expression: Expression,
  limit: number,
): Promise<Ranked[]> {
  const query = wordsQuery(expression, asked.hidden);
  const rows =
    asked.filters.length === 0
      ? await rankingSmall.rows(ownerId, query, limit)
      : (
          await db().execute<RankedRow>(sql`
            select d.sample_id, ${scoreOf(sql`${query}::tsquery`)} as score from (
              select * from search_documents d where d.owner_id = ${ownerId}::uuid and not d.is_deleted offset 0
            ) d
            where d.document @@ ${query}::tsquery and ${filtersSql(asked.filters, asked.hidden)} ${best} limit ${limit}`)
        ).rows;
  return rows.map(toRanked);
}

const rankingSmall = new PlannedOnce<RankedRow>(
  "ranking of small libraries",
  `select d.sample_id, ts_rank_cd(d.document, $2::tsquery) as score from (
     select * from search_documents d where d.owner_id = $1::uuid and not d.is_deleted offset 0
   ) d
   where d.document @@ $2::tsquery order by score desc, d.added_at desc, d.sample_id desc limit $3::integer`,
);

type RankedRow = { sample_id: string; score: number };
const toRanked = ({ sample_id, score }: RankedRow): Ranked => ({
  sampleId: sample_id,
  score,
});

const FIELDS = [
  ["A", "title"],
  ["B", "tags"],
  ["C", "description"],
  ["D", "artist"],
] as const satisfies [string, WordField][];

const matching = new PlannedOnce<{ sample_id: string; tests: boolean[] }>(
  "words of hits",
  `select d.sample_id, array(
     select d.document @@ wanted.query from unnest($2::tsquery[]) with ordinality wanted (query, place) order by place
   ) as tests
   from search_documents d where d.sample_id = any($1::uuid[])`,
);

/** The words that were found in each of these samples, and where. */
export async function findMatches(ids: readonly string[], asked: Asked): Promise<Map<string, WordHit["matched"]>> {
  const wanted = asked.words.clauses.flat().filter(({ isNegated }) => !isNegated);
  if (ids.length === 0) return new Map();
  const beside = weightsBeside(asked.hidden);
  const tests = wanted.flatMap((word) =>
    FIELDS.map(([weight]) =>
      queryText(expressionOfWord(word), (term) => (weight === "B" && beside(term) ? "D" : weight)),
    ),
  );
  const rows = await matching.rows(ids, tests);
  return new Map(rows.map((row) => [row.sample_id, matchedOf(wanted, row.tests)]));
}

function matchedOf(words: readonly TypedWord[], tests: readonly boolean[]): WordHit["matched"] {
  return words.flatMap(({ text }, at) => {
    const fields = FIELDS.flatMap(([, field], place) => (tests[at * FIELDS.length + place] ? [field] : []));
    return fields.length > 0 ? [{ word: text, fields }] : [];
  });
}
