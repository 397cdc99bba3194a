import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { asSystem } from "@/lib/audit/sources";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";
import { inTransaction } from "@/lib/work/unit-of-work";

/** The name, in `system_settings`, of the last revision that `sound_vectors` has. */
export const VECTORS_REVISION = "sound vectors revision";
/** Up to so many rows of one owner, comparing all of them is faster than the index, and exact. */
const EXACT_ROWS = 50_000;
/** What the index finds by rough distances is compared again: many more than are asked for. The most it can look at. */
const EF_SEARCH = 1000;
const SCAN_TUPLES = 200_000;
/** Changes that `sound_vectors` does not have yet. With more, it is of no use until it has caught up. */
const FRESH_ROWS = 5000;

export interface Candidate extends Record<string, unknown> {
  sampleId: string;
  vector: Buffer;
}

export interface CandidateQuestion {
  owner: string;
  filters: readonly Filter[];
  hidden: ReadonlySet<string>;
  /** The question's vector, each aspect times its weight. */
  weighted: Float64Array;
  /** How many to find at least, if there are so many. */
  candidates: number;
}

/**
 * How far `sound_vectors` is. 0 if the documents are not those it was made from, as their revisions do not go so far.
 * Null if the database has no such table.
 */
export async function findVectorPosition(tx: Executor = db()): Promise<{ revision: number } | null> {
  const { rows } = await tx.execute<{ exists: boolean; revision: string | null; last: string | null }>(sql`
    select to_regclass('sound_vectors') is not null as exists,
      (select value #>> '{}' from system_settings where name = ${VECTORS_REVISION}) as revision,
      (select max(revision) from search_documents)::text as last`);
  const [position] = rows;
  if (!position?.exists) return null;
  const revision = Number(position.revision ?? 0);
  return { revision: revision > Number(position.last ?? 0) ? 0 : revision };
}

/**
 * Samples that may be the nearest, with their vectors, by pgvector. Whoever asks compares them exactly. Null if the
 * database cannot do it, or its table is too far behind.
 */
export async function findCandidates(
  question: CandidateQuestion,
): Promise<{ rows: Candidate[]; isExact: boolean } | null> {
  const position = await findVectorPosition();
  if (!position) return null;
  const fresh = await freshRows(question, position.revision);
  if (!fresh) return null;
  const isSmall = await hasFewRows(question.owner);
  const indexed = isSmall ? [] : await byIndex(question);
  // The index gave up before it had found enough: the filters are selective, and all rows that pass them are few.
  const isExact = indexed.length < question.candidates;
  const found = isExact ? (await db().execute<Candidate>(nearestSql(question, sql`+ 0`))).rows : indexed;
  const known = new Set(fresh.map(({ sampleId }) => sampleId));
  return { rows: [...fresh, ...found.filter(({ sampleId }) => !known.has(sampleId))], isExact };
}

async function hasFewRows(owner: string): Promise<boolean> {
  const { rows } = await db().execute<{ rows: number }>(sql`
    select count(*)::int as rows
    from (select from search_vectors where owner_id = ${owner} limit ${EXACT_ROWS + 1}) counted`);
  return (rows[0]?.rows ?? 0) <= EXACT_ROWS;
}

/** Relaxed order: rows come in about the right order, until there are enough that pass. */
function byIndex(question: CandidateQuestion): Promise<Candidate[]> {
  return inTransaction(asSystem(), async ({ tx }) => {
    await tx.execute(sql.raw("set local hnsw.iterative_scan = relaxed_order"));
    await tx.execute(sql.raw(`set local hnsw.ef_search = ${EF_SEARCH}`));
    await tx.execute(sql.raw(`set local hnsw.max_scan_tuples = ${SCAN_TUPLES}`));
    return (await tx.execute<Candidate>(nearestSql(question, sql``))).rows;
  });
}

/** With anything added to the distance, the index of vectors cannot be used. */
function nearestSql({ owner, filters, hidden, weighted, candidates }: CandidateQuestion, keepsIndexOut: SQL): SQL {
  return sql`
    select v.sample_id as "sampleId", v.vector from (
      select s.sample_id from sound_vectors s
      join search_documents d on d.sample_id = s.sample_id and d.owner_id = ${owner} and not d.is_deleted
      where s.owner_id = ${owner} and ${filtersSql(filters, hidden)}
      order by (s.embedding <#> ${`[${weighted.join()}]`}::vector) ${keepsIndexOut} limit ${candidates}
    ) nearest
    join search_vectors v on v.sample_id = nearest.sample_id and v.owner_id = ${owner}`;
}

/** The owner's rows that have changed since the table was brought up to date. Null if too much has. */
async function freshRows({ owner, filters, hidden }: CandidateQuestion, revision: number): Promise<Candidate[] | null> {
  const { rows } = await db().execute<Candidate & { passes: boolean }>(sql`
    select d.sample_id as "sampleId", v.vector,
      d.owner_id = ${owner} and v.owner_id = ${owner} and not d.is_deleted and (${filtersSql(filters, hidden)}) as passes
    from (select * from search_documents where revision > ${revision} limit ${FRESH_ROWS + 1}) d
    left join search_vectors v on v.sample_id = d.sample_id`);
  if (rows.length > FRESH_ROWS) return null;
  return rows.filter(({ passes, vector }) => passes && vector !== null);
}
