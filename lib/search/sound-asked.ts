import "server-only";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { vectorsOf } from "@/lib/similarity/data";
import { combineVectors } from "@/lib/similarity/query-sounds/combined-vectors";
import { findQuerySound } from "@/lib/similarity/query-sounds/data";
import { type AspectWeights, EVEN_WEIGHTS } from "@/lib/similarity/schema";
import { findMissing } from "./lookups";
import type { Search } from "./schema";

/** The sound that a search is about, as one vector. */
export interface SoundAsked {
  vector: Float32Array;
  weights: AspectWeights;
  /** Samples that are examples, and no hits. */
  except: string[];
}

/** Whether a search is about a sound at all. */
export const asksForSound = ({ like, querySoundId, vector }: Search): boolean =>
  like.length > 0 || querySoundId !== undefined || vector !== undefined;

/** What a search sounds like. Null if it is about no sound. */
export async function soundAsked(
  owner: ActorId,
  search: Search,
): Promise<Result<SoundAsked | null, "no_such_sample" | "not_analysed" | "no_such_sound">> {
  if (!asksForSound(search)) return ok(null);
  const { like, unlike, querySoundId, vector, aspects } = search;
  const examples = [...new Set([...like, ...unlike])];
  const [vectors, heard] = await Promise.all([
    vectorsOf(owner, examples),
    querySoundId === undefined ? null : findQuerySound(owner, querySoundId),
  ]);
  if (querySoundId !== undefined && !heard) return refused("no_such_sound");
  const without = examples.filter((id) => !vectors.has(id));
  if (without.length > 0) {
    return refused((await findMissing(owner, without)).length > 0 ? "no_such_sample" : "not_analysed");
  }
  const of = (ids: readonly string[]) => ids.flatMap((id) => vectors.get(id) ?? []);
  const given = [vector && Float32Array.from(vector), heard?.vector].filter((one) => one !== undefined);
  const combined = combineVectors([...of(like), ...given], of(unlike));
  return ok({ vector: combined, weights: aspects ?? heard?.sound.weights ?? EVEN_WEIGHTS, except: examples });
}
