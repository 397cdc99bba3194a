import "server-only";
import { type FlagHolder, requireFlag } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { parseQuery } from "@/lib/search-query/parse";
import { type SearchInput, searchInputSchema } from "./schema";

/**
 * What a search needs: the permission and feature of each leg that it asks, and of both at once where it has words and a
 * sound.
 * @throws AppError `forbidden`, `feature_off`; ZodError if the input does not parse
 */
export async function requireSearchAccess(actor: Actor, input: SearchInput): Promise<void> {
  const { query, like, unlike, querySoundId, vector } = searchInputSchema.parse(input);
  const hasSound = like.length + unlike.length > 0 || querySoundId !== undefined || vector !== undefined;
  if (!hasSound || query !== "") requirePermission(actor, "search:text");
  if (!hasSound) return;
  await requireSimilarity(actor);
  if (parseQuery(query).text !== "") await requireFlag(actor, "hybrid-search");
}

/** @throws AppError `forbidden`, `feature_off` */
export async function requireSimilarity(actor: Pick<Actor, "permissions"> & FlagHolder): Promise<void> {
  requirePermission(actor, "search:similarity");
  await requireFlag(actor, "similarity");
}
