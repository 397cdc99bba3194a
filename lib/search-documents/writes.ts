import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { searchDocuments, searchRevisions } from "@/db/schema/search-documents";
import { searchTerms } from "@/db/schema/search-terms";
import { searchVectors } from "@/db/schema/search-vectors";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import type { Work } from "@/lib/work/unit-of-work";
import { DOCUMENT_VERSION } from "./constants";
import { type SearchDocument, searchDocument } from "./document";
import { type FoundSource, findDocuments, findSources } from "./lookups";
import { toStoredVector, VECTOR_VERSION } from "./stored-vector";
import { type TermChange, termChanges } from "./term-counts";

/** Each takes a fraction of a millisecond. */
const DOCUMENTS_AT_ONCE = 20;
const nextRevision = sql.raw(`nextval('${searchRevisions.seqName}')`);
/** Where all of them stay as they are, a document gets no new revision, so that followers read nothing twice. */
const COLUMNS = [
  ...["owner_id", "is_deleted", "version", "document", "name", "facets", "added_at", "bpm", "key_tonic", "key_mode"],
  ...["kind", "seconds", "lufs", "size_bytes", "year", "rating"],
];
const listed = sql.raw(COLUMNS.join(", "));
const renewed = sql.raw(COLUMNS.map((column) => `${column} = excluded.${column}`).join(", "));
const before = sql.raw(COLUMNS.map((column) => `d.${column}`).join(", "));
const after = sql.raw(COLUMNS.map((column) => `excluded.${column}`).join(", "));

/**
 * Makes the documents, vectors and counts of these samples anew. The caller holds the indexer's lock. Returns how many
 * documents have changed.
 */
export async function renewDocuments(work: Work, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const stored = await findDocuments(work.tx, ids);
  const found = await findSources(work.tx, ids);
  const documents = await documentsOf(found);
  const present = new Set(documents.map(({ sampleId }) => sampleId));
  const gone = stored.filter(({ sampleId }) => !present.has(sampleId)).map(({ sampleId }) => sampleId);
  const moved = await writeVectors(work, found, gone);
  const rows = documents.map(({ words: _, folderNames: __, steps: ___, ...row }) => ({
    ...row,
    isMoved: moved.has(row.sampleId),
  }));
  const changed = (await writeRows(work, rows)) + (await bury(work, gone));
  const counted = stored.filter(({ isDeleted }) => !isDeleted);
  await writeTerms(work, termChanges(counted, documents));
  return changed;
}

/** A page that is asked for meanwhile does not wait for all of them. */
async function documentsOf(found: readonly FoundSource[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const { source } of found) {
    if (documents.length % DOCUMENTS_AT_ONCE === 0) await nextTurn();
    documents.push(searchDocument(source));
  }
  return documents;
}

interface DocumentRow {
  sampleId: string;
  isMoved: boolean;
}

/** Rows that are the same as before are left alone, unless their vector has changed. */
async function writeRows(work: Work, rows: readonly DocumentRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await work.tx.execute(sql`
    with made as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as made (
        "sampleId" uuid, "ownerId" uuid, document tsvector, name text, facets text[], "addedAt" timestamptz,
        bpm float8, "keyTonic" smallint, "keyMode" text, kind text, seconds float8, lufs float8, "sizeBytes" bigint,
        year integer, rating float8, "isMoved" boolean)
    )
    insert into ${searchDocuments} as d (sample_id, revision, ${listed})
    select "sampleId", ${nextRevision}, "ownerId", false, ${DOCUMENT_VERSION}::smallint, document, name,
      facets, "addedAt", bpm, "keyTonic", "keyMode", kind, seconds, lufs, "sizeBytes", year, rating
    from made order by "sampleId"
    on conflict (sample_id) do update set revision = excluded.revision, ${renewed}
    where (${before}) is distinct from (${after})
      or excluded.sample_id in (select "sampleId" from made where "isMoved")`);
  return rowCount ?? 0;
}

/** Leaves rows that say: there is nothing here any more. */
async function bury(work: Work, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rowCount } = await work.tx.execute(sql`
    update ${searchDocuments} set revision = ${nextRevision}, is_deleted = true,
      version = ${DOCUMENT_VERSION}::smallint, document = '', name = '', facets = '{}', added_at = null, bpm = null,
      key_tonic = null, key_mode = null, kind = '', seconds = null, lufs = null, size_bytes = null, year = null,
      rating = null
    where sample_id = any(${uuids(ids)}) and not is_deleted`);
  return rowCount ?? 0;
}

/** Returns the samples whose vector is another one now, or none. */
async function writeVectors(work: Work, found: readonly FoundSource[], gone: readonly string[]): Promise<Set<string>> {
  const vectors: { id: string; owner: string; vector: string }[] = [];
  const without = [...gone];
  for (const { source, embedding } of found) {
    const vector = embedding && storedOrNone(embedding);
    if (vector) vectors.push({ id: source.sampleId, owner: source.ownerId, vector: vector.toString("hex") });
    else without.push(source.sampleId);
  }
  const written = await work.tx.execute<{ sample_id: string }>(sql`
    insert into ${searchVectors} as v (sample_id, owner_id, version, vector)
    select id, owner, ${VECTOR_VERSION}::smallint, decode(vector, 'hex')
    from json_to_recordset(${JSON.stringify(vectors)}::json) as made (id uuid, owner uuid, vector text) order by id
    on conflict (sample_id) do update
      set owner_id = excluded.owner_id, version = excluded.version, vector = excluded.vector
    where (v.owner_id, v.version, v.vector) is distinct from (excluded.owner_id, excluded.version, excluded.vector)
    returning sample_id`);
  const deleted = await work.tx.execute<{ sample_id: string }>(
    sql`delete from ${searchVectors} where sample_id = any(${uuids(without)}) returning sample_id`,
  );
  return new Set([...written.rows, ...deleted.rows].map((row) => row.sample_id));
}

/** Silence has no rhythm and no harmony: it sounds like nothing. */
function storedOrNone(embedding: Embedding): Buffer | null {
  try {
    return toStoredVector(embedding);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function writeTerms(work: Work, changes: readonly TermChange[]): Promise<void> {
  if (changes.length === 0) return;
  await work.tx.execute(sql`
    insert into ${searchTerms} as t (owner_id, kind, term, count, written)
    select "ownerId", kind, term, change, written
    from json_to_recordset(${JSON.stringify(changes)}::json)
      as made ("ownerId" uuid, kind text, term text, change integer, written text)
    on conflict (owner_id, kind, term) do update
      set count = t.count + excluded.count, written = coalesce(t.written, excluded.written)
      where excluded.count <> 0 or t.written is null`);
  const fewer = changes.filter(({ change }) => change < 0);
  if (fewer.length === 0) return;
  await work.tx.execute(sql`
    delete from ${searchTerms} t
    using json_to_recordset(${JSON.stringify(fewer)}::json) as made ("ownerId" uuid, kind text, term text)
    where (t.owner_id, t.kind, t.term) = (made."ownerId", made.kind, made.term) and t.count <= 0`);
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join()}}`}::uuid[]`;
