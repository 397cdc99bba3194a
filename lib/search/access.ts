import "server-only";
import { type FlagHolder, requireFlag } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { parseQuery } from "@/lib/search-query/parse";
import type { SearchInput } from "./schema";

/**
 * What a search needs: the permission and feature of each leg that it asks, and of both at once where it has words and a
 * sound.
 * @throws AppError `forbidden`, `feature_off`
 */
export async function requireSearchAccess(actor: Actor, input: SearchInput): Promise<void> {
  const { query = "", like = [], querySoundId, vector } = input;
  const hasSound = like.length > 0 || querySoundId !== undefined || vector !== undefined;
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
