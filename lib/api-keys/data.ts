import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import type { Actor } from "@/lib/identity/actor";
import { isLive } from "@/lib/identity/api-keys/lookups";
import { requireOwnSession } from "@/lib/identity/permissions";
import type { ApiKeyListing } from "./schema";

/** The owner's keys that are not revoked, newest first. Expired ones are included. */
export async function listApiKeys(actor: Actor): Promise<ApiKeyListing[]> {
  requireOwnSession(actor);
  const rows = await db()
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      allowedCidrs: apiKeys.allowedCidrs,
      requestsPerMinute: apiKeys.requestsPerMinute,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      isExpired: sql<boolean>`coalesce(${apiKeys.expiresAt} <= now(), false)`,
      lastUsedAt: apiKeys.lastUsedAt,
      lastUsedAddress: apiKeys.lastUsedAddress,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, actor.id), isLive()))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
