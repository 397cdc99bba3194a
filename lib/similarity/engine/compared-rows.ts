import type { SoundHit, SoundQuestion } from "@/lib/similarity/schema";
import type { RowStore } from "./row-store";
import { aspectCosines, innerProduct, similarityOf, weightedQuery } from "./vectors";

/** Samples of one owner, some hundred at most, to be compared with a sound. */
export interface Comparing extends Pick<SoundQuestion, "vector" | "weights"> {
  ownerId: string;
  ids: readonly string[];
}

/** How alike these samples are to the sound, without those that are not in the index or not the owner's. */
export function compareRows(store: RowStore, { ownerId, vector, weights, ids }: Comparing): SoundHit[] {
  const query = weightedQuery(vector, weights);
  const owner = store.slots.of(ownerId);
  return ids.flatMap((sampleId) => {
    const slot = store.slotOf(sampleId);
    if (!owner || slot < 0 || !store.slots.isOf(owner, slot)) return [];
    const { upper, upperAt, lower, lowerAt } = store.vectorAt(slot);
    const similarity = similarityOf(innerProduct(query.weighted, upper, upperAt, lower, lowerAt));
    return [{ sampleId, similarity, aspects: aspectCosines(query, upper.subarray(upperAt), lower.subarray(lowerAt)) }];
  });
}
