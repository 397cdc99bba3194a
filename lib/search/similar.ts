import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { findSamples } from "@/lib/samples/data";
import type { SampleRow } from "@/lib/samples/schema";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import type { QueryProblem } from "@/lib/search-query/filter";
import { parseQuery } from "@/lib/search-query/parse";
import { nearestSamplesOfMany, vectorsOf } from "@/lib/similarity/data";
import type { SoundHit } from "@/lib/similarity/schema";
import { findMissing } from "./lookups";
import type { SimilarBatch } from "./schema";

export interface SimilarHit extends Omit<SoundHit, "sampleId"> {
  sample: SampleRow;
}

/** What sounds like one sample of a batch, or why that cannot be said. */
export interface SimilarResult {
  id: string;
  hits: SimilarHit[];
  problem: "not_found" | "not_analysed" | null;
}

/** What sounds like each of several samples, each asked for itself, in the order of the ids. */
export async function similarToEach(
  owner: FlagHolder,
  { ids, query, aspects, minSimilarity, limit }: SimilarBatch,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ results: SimilarResult[]; problems: QueryProblem[] }> {
  const { filters, problems } = parseQuery(query);
  const vectors = await vectorsOf(owner.id, ids);
  const asked = ids.filter((id) => vectors.has(id));
  const missing = new Set(
    await findMissing(
      owner.id,
      ids.filter((id) => !vectors.has(id)),
    ),
  );
  const questions = asked.map((id) => ({
    vector: vectors.get(id) ?? new Float32Array(),
    weights: aspects,
    filters,
    limit,
    minSimilarity,
    except: [id],
  }));
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  const answers = await nearestSamplesOfMany(owner.id, questions, { hidden, ...(signal ? { signal } : {}) });
  const found = new Map(asked.map((id, index) => [id, answers[index]?.hits ?? []]));
  const rows = await findSamples(owner, [...new Set([...found.values()].flat().map(({ sampleId }) => sampleId))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const results = ids.map((id): SimilarResult => {
    const hits = (found.get(id) ?? []).flatMap(({ sampleId, ...hit }) => {
      const sample = byId.get(sampleId);
      return sample ? [{ sample, ...hit }] : [];
    });
    const problem = found.has(id) ? null : missing.has(id) ? "not_found" : "not_analysed";
    return { id, hits, problem };
  });
  return { results, problems };
}
