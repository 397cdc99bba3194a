import "server-only";
import { AppError, type Result, refused } from "@/lib/errors";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can, requirePermission } from "@/lib/identity/permissions";
import { findSamples } from "@/lib/samples/data";
import { type FoundFit, findFits } from "@/lib/similarity/fits/data";
import { requireSearchAccess, requireSimilarity } from "./access";
import { search } from "./data";
import {
  type Search,
  type SearchAnswer,
  type SearchHit,
  type SearchInput,
  type SearchRefusal,
  searchInputSchema,
} from "./schema";

/** The signed-in person, if their role may see samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

async function comparesSounds(actor: Actor): Promise<boolean> {
  return can(actor, "search:similarity") && (await isFlagOn(actor, "similarity"));
}

export interface LoadedSearch {
  outcome: Result<SearchAnswer, SearchRefusal | "feature_off">;
  /** The samples that results should sound like, or not, without those that are gone. */
  examples: { id: string; name: string }[];
  /** Whether sounds can be searched with. */
  canCompare: boolean;
}

/**
 * One search of the viewer's library.
 * @throws ZodError if the input does not parse
 */
export async function loadSearch(input: SearchInput): Promise<LoadedSearch> {
  const actor = await viewer();
  const asked = searchInputSchema.parse(input);
  const [outcome, examples, canCompare] = await Promise.all([
    searchIfAllowed(actor, asked),
    findSamples(actor, [...asked.like, ...asked.unlike]),
    comparesSounds(actor),
  ]);
  return { outcome, examples: examples.map(({ id, fileName }) => ({ id, name: fileName })), canCompare };
}

/** A feature that was turned off since the address was written is an answer, not a failure. */
async function searchIfAllowed(actor: Actor, asked: Search): Promise<LoadedSearch["outcome"]> {
  try {
    await requireSearchAccess(actor, asked);
  } catch (error) {
    if (error instanceof AppError && error.code === "feature_off") return refused("feature_off");
    throw error;
  }
  return search(actor, asked);
}

/** Whether the viewer may compare sounds. */
export async function loadCanCompare(): Promise<boolean> {
  return comparesSounds(await viewer());
}

/** The samples that sound most like one. Null if it cannot be compared yet. */
export async function loadSimilar(sampleId: string, limit: number): Promise<SearchHit[] | null> {
  const actor = await viewer();
  await requireSimilarity(actor);
  const answer = await search(actor, searchInputSchema.parse({ like: [sampleId], limit }));
  return answer.ok ? answer.value.hits : null;
}

/** The samples that go best with one. Null if it cannot be compared yet. */
export async function loadFits(sampleId: string, limit: number): Promise<FoundFit[] | null> {
  const actor = await viewer();
  await requireSimilarity(actor);
  const answer = await findFits(actor, sampleId, { limit });
  return answer.ok ? answer.value.fits : null;
}
