import "server-only";
import { sql } from "drizzle-orm";
import { allowLongStatements } from "@/db/client";
import { systemSettings } from "@/db/schema/system-settings";
import { asSystem } from "@/lib/audit/sources";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { findVectorPosition, VECTORS_REVISION } from "./lookups";

/** Any number, as long as every process uses the same. */
const LOCK = 7_267_645;
const BATCH = 1000;

interface Change extends Record<string, unknown> {
  sampleId: string;
  ownerId: string;
  revision: string;
  vector: Buffer | null;
}

/**
 * Brings one batch of `sound_vectors` up to date with the documents, in one transaction. Returns whether there may be
 * more. Only one process does so at a time.
 */
export async function followDocuments(): Promise<boolean> {
  const position = await findVectorPosition();
  if (!position) return false;
  return inTransaction(asSystem(), async (work) => {
    const { rows } = await work.tx.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(${LOCK}) as locked`,
    );
    if (!rows[0]?.locked) return false;
    // Read again under the lock. Deletions that were forgotten in the meantime leave rows that no answer shows.
    const { revision: since = 0 } = (await findVectorPosition(work.tx)) ?? {};
    const changes = await work.tx.execute<Change>(sql`
      select d.sample_id as "sampleId", d.owner_id as "ownerId", d.revision::text as revision,
        case when d.is_deleted then null else v.vector end as vector
      from (select * from search_documents where revision > ${since} order by revision limit ${BATCH}) d
      left join search_vectors v on v.sample_id = d.sample_id
      order by d.revision`);
    await allowLongStatements(work.tx);
    await write(work, changes.rows);
    return changes.rows.length === BATCH;
  });
}

/**
 * Removes rows of samples that have no vector any more, and returns how many: also where nothing follows the documents
 * now, because the index is in memory, nobody's sounds may stay when the samples or the account are gone.
 */
export async function forgetVectors(): Promise<number> {
  if (!(await findVectorPosition())) return 0;
  return inTransaction(asSystem(), async ({ tx }) => {
    await allowLongStatements(tx);
    const { rowCount } = await tx.execute(sql`
      delete from sound_vectors s where not exists (select from search_vectors v where v.sample_id = s.sample_id)`);
    return rowCount ?? 0;
  });
}

async function write({ tx }: Work, changes: readonly Change[]): Promise<void> {
  const last = changes.at(-1);
  if (!last) return;
  const gone = changes.filter(({ vector }) => vector === null).map(({ sampleId }) => sampleId);
  const present = changes.flatMap(({ sampleId, ownerId, vector }) =>
    vector === null ? [] : [{ sampleId, ownerId, embedding: vectorText(fromStoredVector(vector)) }],
  );
  await tx.execute(sql`delete from sound_vectors where sample_id = any(${sql.param(gone)}::uuid[])`);
  await tx.execute(sql`
    insert into sound_vectors as s (sample_id, owner_id, embedding)
    select "sampleId", "ownerId", embedding::halfvec
    from json_to_recordset(${JSON.stringify(present)}::json) as made ("sampleId" uuid, "ownerId" uuid, embedding text)
    on conflict (sample_id) do update set owner_id = excluded.owner_id, embedding = excluded.embedding
    where (s.owner_id, s.embedding::text) is distinct from (excluded.owner_id, excluded.embedding::text)`);
  const row = { name: VECTORS_REVISION, value: Number(last.revision), updatedAt: new Date() };
  await tx.insert(systemSettings).values(row).onConflictDoUpdate({ target: systemSettings.name, set: row });
}

/** As pgvector reads it. */
const vectorText = (vector: Float32Array) => `[${vector.join()}]`;
