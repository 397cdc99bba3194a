import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";

/** Where a hit stands beside others. */
export interface Place {
  folder: string;
  /** The same for copies of the same bytes. */
  sha256: string;
}

/** Of those of these samples that are this owner's and not deleted. */
export async function findPlaces(owner: string, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const { id, folderPath, sha256, ownerId, deletedAt } = samples;
  const rows = await db()
    .select({ id, folder: folderPath, sha256 })
    .from(samples)
    .where(and(eq(ownerId, owner), sql`${id} = any(${`{${ids.join()}}`}::uuid[])`, isNull(deletedAt)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of these ids that are no samples of this owner. */
export async function findMissing(owner: string, ids: readonly string[]): Promise<string[]> {
  const places = await findPlaces(owner, ids);
  return ids.filter((id) => !places.has(id));
}
