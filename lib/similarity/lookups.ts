import "server-only";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { PlannedOnce } from "@/db/planned-once";
import { searchDocuments } from "@/db/schema/search-documents";
import { searchVectors } from "@/db/schema/search-vectors";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";

/** Some 400 KB, and about 5 ms of arithmetic: nobody waits for longer. */
const ROWS_AT_ONCE = 2000;

interface StoredRow {
  sampleId: string;
  vector: Buffer;
}

const { sampleId, ownerId, vector } = searchVectors;
const documents = alias(searchDocuments, "d");

/** Vectors of this owner's samples that pass the filters, by id, in batches. Each batch is a query of its own. */
export async function* vectorsInBatches(
  owner: string,
  filters: readonly Filter[],
  hidden: ReadonlySet<string>,
): AsyncGenerator<StoredRow[]> {
  const passes = filtersSql(filters, hidden);
  let last: string | null = null;
  for (;;) {
    const rows: StoredRow[] = await db()
      .select({ sampleId, vector })
      .from(searchVectors)
      .innerJoin(documents, eq(documents.sampleId, sampleId))
      .where(and(isPresent(owner), last === null ? undefined : gt(sampleId, last), passes))
      .orderBy(asc(sampleId))
      .limit(ROWS_AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.sampleId ?? null;
  }
}

/**
 * Vectors of this owner's samples that pass the filters and have changed after a revision; if there are more than 2000,
 * the latest.
 */
export async function findFreshVectors(
  owner: string,
  filters: readonly Filter[],
  hidden: ReadonlySet<string>,
  revision: number,
): Promise<StoredRow[]> {
  return db()
    .select({ sampleId, vector })
    .from(searchVectors)
    .innerJoin(documents, eq(documents.sampleId, sampleId))
    .where(and(isPresent(owner), gt(documents.revision, revision), filtersSql(filters, hidden)))
    .orderBy(desc(documents.revision))
    .limit(ROWS_AT_ONCE);
}

const vectorsById = new PlannedOnce<StoredRow>(
  "vectors of samples",
  `select v.sample_id as "sampleId", v.vector from search_vectors v
   join search_documents d on d.sample_id = v.sample_id
   where v.sample_id = any($2::uuid[]) and v.owner_id = $1::uuid and d.owner_id = $1::uuid and not d.is_deleted`,
);

/** Vectors of those of these samples that are this owner's and have one. */
export const findVectors = (owner: string, ids: readonly string[]): Promise<StoredRow[]> =>
  vectorsById.rows(owner, ids);

const isPresent = (owner: string) =>
  and(eq(ownerId, owner), eq(documents.ownerId, owner), eq(documents.isDeleted, false));
