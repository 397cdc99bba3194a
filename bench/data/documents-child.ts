import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { asSystem } from "@/lib/audit/sources";
import { DOCUMENT_VERSION } from "@/lib/search-documents/constants";
import { searchDocument } from "@/lib/search-documents/document";
import { drainQueue } from "@/lib/search-documents/jobs";
import { findSources } from "@/lib/search-documents/lookups";
import { toStoredVector, VECTOR_VERSION } from "@/lib/search-documents/stored-vector";
import { type TermChange, termChanges } from "@/lib/search-documents/term-counts";
import { inTransaction } from "@/lib/work/unit-of-work";
import { CopyTarget } from "./copy-rows";
import { dropIndexes, makeIndexes } from "./indexes";

// Makes the search documents of a generated library. The product's indexer would have to keep indexes and counts right
// after each thousand; with none to begin with, the same rows are read and the same documents built, but they are copied
// into tables without indexes. Whatever is in the queue afterwards is left to the indexer itself.

export interface DocumentsRequest {
  /** Of the owner of the tables. */
  url: string;
}
export type DocumentsReply = { type: "ready" } | { type: "done"; documents: number; seconds: number };

const BATCH = 2000;
const TABLES = ["search_documents", "search_vectors", "search_terms"];
const DOCUMENT_COLUMNS = [
  ...["sample_id", "owner_id", "revision", "version", "document", "name", "facets", "added_at", "bpm", "key_tonic"],
  ...["key_mode", "kind", "seconds", "lufs", "size_bytes", "year", "rating"],
];
const VECTOR_COLUMNS = ["sample_id", "owner_id", "version", "vector"];
const TERM_COLUMNS = ["owner_id", "kind", "term", "count", "written"];

async function fill(connection: Sql): Promise<number> {
  const ids = await connection<{ id: string }[]>`select id from samples where deleted_at is null order by id`;
  const indexes = await dropIndexes(connection, TABLES);
  const documents = await CopyTarget.open(connection, "search_documents", DOCUMENT_COLUMNS);
  const vectors = await CopyTarget.open(connection, "search_vectors", VECTOR_COLUMNS);
  const counts = new Map<string, TermChange>();
  let revision = 0;
  // The database reads the next batch while this process builds the documents of the last.
  const read = (from: number) => {
    const some = ids.slice(from, from + BATCH).map(({ id }) => id);
    return inTransaction(asSystem(), ({ tx }) => findSources(tx, some));
  };
  let next = read(0);
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await next;
    next = read(from + BATCH);
    const made = found.map(({ source, embedding }) => ({ document: searchDocument(source), embedding }));
    for (const { document: d, embedding } of made) {
      revision++;
      await documents.write([
        ...[d.sampleId, d.ownerId, revision, DOCUMENT_VERSION, d.document, d.name, d.facets, d.addedAt, d.bpm],
        ...[d.keyTonic, d.keyMode, d.kind, d.seconds, d.lufs, d.sizeBytes, d.year, d.rating],
      ]);
      if (!embedding) continue;
      await vectors.write([d.sampleId, d.ownerId, VECTOR_VERSION, `\\x${toStoredVector(embedding).toString("hex")}`]);
    }
    for (const change of termChanges(
      [],
      made.map(({ document }) => document),
    )) {
      const id = `${change.ownerId}\n${change.kind}\n${change.term}`;
      const count = counts.get(id);
      if (count) count.change += change.change;
      else counts.set(id, change);
    }
  }
  await Promise.all([documents.close(), vectors.close(), next]);
  const terms = await CopyTarget.open(connection, "search_terms", TERM_COLUMNS);
  for (const { ownerId, kind, term, change, written } of counts.values())
    await terms.write([ownerId, kind, term, change, written ?? null]);
  await terms.close();
  await makeIndexes(connection, indexes);
  await connection`select setval('search_revisions', ${Math.max(revision, 1)})`;
  return revision;
}

async function makeDocuments({ url }: DocumentsRequest): Promise<DocumentsReply> {
  const startedAt = performance.now();
  const memory = { session_replication_role: "replica", synchronous_commit: "off", maintenance_work_mem: "1GB" };
  const connection = postgres(url, { max: 4, onnotice: () => {}, connection: memory });
  try {
    const [state] = await connection<{ empty: boolean }[]>`select not exists (select from search_documents) as empty`;
    let documents = 0;
    if (state?.empty) {
      documents = await fill(connection);
      await connection`delete from search_queue`;
      await proveEqual(connection);
      for (const table of ["search_vectors", "search_queue", "samples", "analyses"]) {
        await connection.unsafe(`vacuum (analyze) ${table}`);
      }
    }
    // Of a library that was kept, a migration may have made these anew.
    for (const table of ["search_documents", "search_terms"]) await connection.unsafe(`vacuum (analyze) ${table}`);
    for (;;) {
      const { isMore } = await drainQueue();
      if (!isMore) break;
    }
    return { type: "done", documents, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await connection.end();
  }
}

/** The indexer, asked for a thousand of the same samples, must find nothing to change. */
async function proveEqual(connection: Sql): Promise<void> {
  await connection`insert into search_queue (sample_id) select sample_id from search_documents order by md5(sample_id::text) limit 1000`;
  const revision = async () => {
    const { rows } = await inTransaction(asSystem(), ({ tx }) =>
      tx.execute<{ last: string }>(sql`select max(revision) as last from search_documents`),
    );
    return rows[0]?.last;
  };
  const before = await revision();
  await drainQueue();
  const after = await revision();
  if (before !== after) throw new Error("the indexer makes other documents than the benchmark");
}

const answer = (message: DocumentsReply) => process.send?.(message);
process.on("message", (request: DocumentsRequest) => {
  makeDocuments(request).then(answer, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  });
});
answer({ type: "ready" });
