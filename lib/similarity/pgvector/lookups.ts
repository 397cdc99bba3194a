import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";

/** The name, in `system_settings`, of the last revision that `sound_vectors` has. */
export const VECTORS_REVISION = "sound vectors revision";
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
 * Samples that may be the nearest, with their vectors: pgvector compares all of the owner's that pass, and whoever asks
 * compares these again without rounding. Null if the database cannot do it, or its table is too far behind.
 */
export async function findCandidates(question: CandidateQuestion): Promise<Candidate[] | null> {
  const position = await findVectorPosition();
  if (!position) return null;
  const [fresh, { rows: nearest }] = await Promise.all([
    freshRows(question, position.revision),
    db().execute<Candidate>(nearestSql(question)),
  ]);
  if (!fresh) return null;
  const known = new Set(fresh.map(({ sampleId }) => sampleId));
  return [...fresh, ...nearest.filter(({ sampleId }) => !known.has(sampleId))];
}

/** Without filters, documents are not read: what is deleted has no vector either. */
function nearestSql({ owner, filters, hidden, weighted, candidates }: CandidateQuestion): SQL {
  const passes =
    filters.length === 0
      ? sql`true`
      : sql`s.sample_id in (
          select d.sample_id from search_documents d
          where d.owner_id = ${owner} and not d.is_deleted and ${filtersSql(filters, hidden)})`;
  return sql`
    select v.sample_id as "sampleId", v.vector from (
      select s.sample_id from sound_vectors s
      where s.owner_id = ${owner} and ${passes}
      order by s.embedding <#> ${`[${weighted.join()}]`}::halfvec limit ${candidates}
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
