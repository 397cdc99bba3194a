import { v7 as uuidv7 } from "uuid";
import { fromStoredVector, toStoredVector } from "@/lib/search-documents/stored-vector";
import type { Filter } from "@/lib/search-query/filter";
import { EVEN_WEIGHTS, type SoundHit, type SoundQuestion } from "@/lib/similarity/schema";
import type { startBackend } from "./backend";

type Sql = Awaited<ReturnType<typeof startBackend>>["sql"];

/** What the index knows of a sample, as the tests made it. */
export interface SoundRow {
  sampleId: string;
  ownerId: string;
  vector: Buffer;
  facets: string[];
  bpm: number | null;
}

const span = { start: 0, end: 0 };
export const facetFilter = (facet: "key" | "tag" | "genre", anyOf: string[], isNegated = false): Filter => ({
  ...{ kind: "facet", facet, anyOf, isNegated, text: "", span },
});
export const bpmFilter = (min: number, max: number, isNegated = false): Filter => ({
  ...{ kind: "range", number: "bpm", anyOf: [{ min, max }], isNegated, text: "", span },
});

/** A vector like no other, the same for the same seed. */
export function soundVector(seed: number): Buffer {
  const part = (dimensions: number, phase: number) =>
    Array.from({ length: dimensions }, (_, i) => Math.sin((seed + 1.3) * (i + 1) * 12.9898 + phase * (i + 1)));
  return toStoredVector({ timbre: part(40, 0.1), rhythm: part(32, 0.7), harmony: part(24, 1.9) });
}

export const soundQuestion = (asked: Partial<SoundQuestion> = {}): SoundQuestion => ({
  vector: fromStoredVector(soundVector(0.5)),
  ...{ weights: EVEN_WEIGHTS, filters: [], limit: 10, minSimilarity: 0, except: [] },
  ...asked,
});

/** Rows of one owner: a third has no tempo, one in 500 is tagged `rare`. */
export function soundRows(ownerId: string, count: number, firstSeed = 0): SoundRow[] {
  return Array.from({ length: count }, (_, i) => ({
    sampleId: uuidv7(),
    ownerId,
    vector: soundVector(firstSeed + i),
    facets: [`key:${(i % 12) + 1}A`, "genre:techno", ...(i % 500 === 7 ? ["tag:rare"] : [])],
    bpm: i % 3 === 0 ? null : 80 + (i % 60),
  }));
}

/** Writes rows as the indexer does, in its transaction and with its announcement. */
export async function indexSounds(sql: Sql, rows: readonly SoundRow[]): Promise<void> {
  const columns = rows.map(({ vector, ...row }) => ({ ...row, vector: vector.toString("hex") }));
  await sql.begin(async (tx) => {
    await tx`
      with made as (
        select * from jsonb_to_recordset(${tx.json(columns as never)})
          as made ("sampleId" uuid, "ownerId" uuid, vector text, facets text[], bpm float8)
      ), vectors as (
        insert into search_vectors (sample_id, owner_id, version, vector)
        select "sampleId", "ownerId", 1, decode(vector, 'hex') from made
        on conflict (sample_id) do update set vector = excluded.vector
      )
      insert into search_documents (sample_id, owner_id, revision, version, facets, bpm, added_at)
      select "sampleId", "ownerId", nextval('search_revisions'), 1, facets, bpm, now() from made
      on conflict (sample_id) do update
        set revision = excluded.revision, facets = excluded.facets, bpm = excluded.bpm, is_deleted = false`;
    await tx`select pg_notify('search_documents', '')`;
  });
}

/** As the indexer does when samples go into the trash or for good. */
export async function buryDocuments(sql: Sql, ids: string[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from search_vectors where sample_id = any(${ids})`;
    await tx`update search_documents set revision = nextval('search_revisions'), is_deleted = true, facets = '{}',
      bpm = null where sample_id = any(${ids})`;
    await tx`select pg_notify('search_documents', '')`;
  });
}

/** The answer by definition: all rows, in plain arithmetic. */
export function expectedHits(rows: readonly SoundRow[], ownerId: string, asked: SoundQuestion) {
  const { timbre, rhythm, harmony } = asked.weights;
  const total = timbre + rhythm + harmony;
  const weight = (i: number) => (i < 40 ? timbre : i < 72 ? rhythm : harmony) / total;
  const weighted = Float64Array.from(asked.vector, (value, i) => value * weight(i));
  const hits: Pick<SoundHit, "sampleId" | "similarity">[] = [];
  for (const row of rows) {
    if (row.ownerId !== ownerId || asked.except.includes(row.sampleId)) continue;
    if (!asked.filters.every((filter) => passes(row, filter))) continue;
    const product = fromStoredVector(row.vector).reduce((sum, value, i) => sum + value * (weighted[i] ?? 0), 0);
    const similarity = Math.max(0, product);
    if (similarity >= asked.minSimilarity) hits.push({ sampleId: row.sampleId, similarity });
  }
  const byId = (a: string, b: string) => (a < b ? -1 : 1);
  return hits.sort((a, b) => b.similarity - a.similarity || byId(a.sampleId, b.sampleId)).slice(0, asked.limit);
}

function passes(row: SoundRow, filter: Filter): boolean {
  if (filter.kind === "facet") {
    return filter.anyOf.some((value) => row.facets.includes(`${filter.facet}:${value}`)) !== filter.isNegated;
  }
  return filter.anyOf.some(({ min, max }) => row.bpm !== null && row.bpm >= min && row.bpm <= max) !== filter.isNegated;
}
