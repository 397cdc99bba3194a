import "server-only";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { vectorsOf } from "@/lib/similarity/data";
import { vectorOfExamples } from "@/lib/similarity/examples";
import type { AspectWeights } from "@/lib/similarity/schema";
import { findMissing } from "./lookups";
import type { Search } from "./schema";

/** The sound that a search is about, as one vector. */
export interface SoundAsked {
  vector: Float32Array;
  weights: AspectWeights;
  /** Samples that are examples, and no hits. */
  except: string[];
}

/** Null if the search is about no sound. */
export async function soundAsked(
  owner: ActorId,
  { like, unlike, querySoundId, vector, aspects }: Search,
): Promise<Result<SoundAsked | null, "no_such_sample" | "not_analysed" | "no_such_sound" | "no_direction">> {
  const examples = [...new Set([...like, ...unlike])];
  if (examples.length === 0 && querySoundId === undefined && vector === undefined) return ok(null);
  const vectors = await vectorsOf(owner, examples);
  const without = examples.filter((id) => !vectors.has(id));
  if (without.length > 0) {
    return refused((await findMissing(owner, without)).length > 0 ? "no_such_sample" : "not_analysed");
  }
  if (querySoundId !== undefined) return refused("no_such_sound");
  const of = (ids: readonly string[]) => ids.flatMap((id) => vectors.get(id) ?? []);
  const given = vector === undefined ? [] : [Float32Array.from(vector)];
  const made = vectorOfExamples({ like: [...of(like), ...given], unlike: of(unlike) }, aspects);
  return made ? ok({ ...made, except: examples }) : refused("no_direction");
}
