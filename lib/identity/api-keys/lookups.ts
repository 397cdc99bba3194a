import "server-only";
import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { users } from "@/db/schema/users";
import type { Role } from "@/lib/identity/permissions";
import { LAST_USED_GRANULARITY_SECONDS } from "./constants";

export const isLive = () => isNull(apiKeys.revokedAt);
const isUsable = () =>
  and(
    isLive(),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
    isNull(users.suspendedAt),
    isNull(users.deletionRequestedAt),
  );

/** A key that may be used now, and its owner. */
export interface UsableKey {
  id: string;
  scopes: string[];
  allowedCidrs: string[];
  requestsPerMinute: number | null;
  /** Whether "last used" is old enough to be updated. */
  isUseStale: boolean;
  owner: { id: string; role: Role; isDemo: boolean };
}

async function findUsable(which: SQL): Promise<UsableKey | null> {
  const [row] = await db()
    .select({
      id: apiKeys.id,
      scopes: apiKeys.scopes,
      allowedCidrs: apiKeys.allowedCidrs,
      requestsPerMinute: apiKeys.requestsPerMinute,
      isUseStale: sql<boolean>`coalesce(${apiKeys.lastUsedAt} < now() - make_interval(secs => ${LAST_USED_GRANULARITY_SECONDS}), true)`,
      owner: { id: users.id, role: users.role, isDemo: users.isDemo },
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(and(which, isUsable()));
  return row ?? null;
}

/** Returns null if the key is unknown, revoked or expired, or its owner is suspended or waiting for deletion. */
export const findUsableKeyByHash = (keyHash: string) => findUsable(eq(apiKeys.keyHash, keyHash));
export const findUsableKey = (id: string) => findUsable(eq(apiKeys.id, id));
