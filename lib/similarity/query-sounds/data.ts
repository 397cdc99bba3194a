import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { querySounds } from "@/db/schema/query-sounds";
import type { ActorId } from "@/lib/identity/actor";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { USUAL_WEIGHTS } from "./constants";
import type { QuerySound } from "./schema";

/** What was measured of a sound that this person searches with, and its vector. Null if there is none, or none any more. */
export async function findQuerySound(
  owner: ActorId,
  id: string,
): Promise<{ sound: QuerySound; vector: Float32Array } | null> {
  const { ownerId, source, sampleId, startSeconds, endSeconds, vector, facts, expiresAt } = querySounds;
  const [row] = await db()
    .select({ source, sampleId, startSeconds, endSeconds, vector, facts, expiresAt })
    .from(querySounds)
    .where(and(eq(querySounds.id, id), eq(ownerId, owner), gt(expiresAt, sql`now()`)));
  if (!row) return null;
  const region =
    row.sampleId === null
      ? null
      : { sampleId: row.sampleId, startSeconds: row.startSeconds ?? 0, endSeconds: row.endSeconds ?? 0 };
  const weights = USUAL_WEIGHTS[row.source];
  const sound = { id, source: row.source, region, ...row.facts, weights, expiresAt: row.expiresAt.toISOString() };
  return { sound, vector: fromStoredVector(row.vector) };
}
