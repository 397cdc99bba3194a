import { sql } from "drizzle-orm";
import { asSystem } from "@/lib/audit/sources";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { ASPECT_DIMENSIONS, ASPECTS, type SoundQuestion } from "@/lib/similarity/schema";
import { inTransaction } from "@/lib/work/unit-of-work";

interface VectorRow extends Record<string, unknown> {
  id: string;
  vector: Buffer;
}

const BATCH = 20_000;

/**
 * What is right, by the plainest way: every row of the owner that passes the filters is compared in 64 bits. For several
 * questions at once, as reading takes longest. Returns for each the similarities of the best, and of how many rows.
 */
export async function exactAnswers(
  ownerId: string,
  questions: readonly SoundQuestion[],
): Promise<{ similarities: Map<string, number>; candidates: number; kth: number }[]> {
  const states = questions.map((question) => ({
    question,
    weighted: weightedVector(question),
    except: new Set(question.except),
    found: [] as { id: string; similarity: number }[],
    candidates: 0,
  }));
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await inTransaction(asSystem(), async ({ tx }) => {
      const passes = questions.map(({ filters }) => filtersSql(filters, new Set()));
      const answer = await tx.execute<VectorRow & { passes: boolean[] }>(sql`
        select v.sample_id as id, v.vector, array[${sql.join(passes, sql`, `)}] as passes
        from search_vectors v join search_documents d on d.sample_id = v.sample_id
        where v.owner_id = ${ownerId}::uuid and not d.is_deleted and v.sample_id > ${after}::uuid
        order by v.sample_id limit ${BATCH}`);
      return answer.rows;
    });
    for (const row of rows) {
      const vector = fromStoredVector(row.vector);
      for (const [index, state] of states.entries()) {
        if (!row.passes[index] || state.except.has(row.id)) continue;
        state.candidates++;
        offer(state.found, { id: row.id, similarity: inner(state.weighted, vector) }, state.question.limit);
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last.id;
  }
  return states.map(({ found, candidates }) => ({
    similarities: new Map(found.map(({ id, similarity }) => [id, similarity])),
    candidates,
    kth: found.at(-1)?.similarity ?? Number.NEGATIVE_INFINITY,
  }));
}

/** Σ wₐ⟨qₐ, xₐ⟩ / Σ wₐ with each qₐ at length 1. */
function weightedVector({ vector, weights }: SoundQuestion): Float64Array {
  const total = ASPECTS.reduce((sum, aspect) => sum + weights[aspect], 0);
  const weighted = new Float64Array(vector.length);
  let start = 0;
  for (const aspect of ASPECTS) {
    const end = start + ASPECT_DIMENSIONS[aspect];
    const length = Math.hypot(...vector.subarray(start, end)) || 1;
    for (let i = start; i < end; i++) weighted[i] = ((vector[i] ?? 0) * weights[aspect]) / (total * length);
    start = end;
  }
  return weighted;
}

function inner(a: Float64Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return Math.max(0, sum);
}

/** Keeps the best, the best first. */
function offer(
  found: { id: string; similarity: number }[],
  one: { id: string; similarity: number },
  limit: number,
): void {
  const worst = found.at(-1);
  if (found.length >= limit && worst && one.similarity <= worst.similarity) return;
  const place = found.findIndex(({ similarity }) => similarity < one.similarity);
  found.splice(place < 0 ? found.length : place, 0, one);
  if (found.length > limit) found.pop();
}
