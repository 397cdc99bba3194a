import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/api-keys";
import { isLive } from "@/lib/identity/api-keys/lookups";
import type { Work } from "@/lib/work/unit-of-work";

/**
 * Ends the open event streams of a person's programs. Their next request is checked against the account's new state.
 */
export async function endStreamsOfKeys(work: Work, userId: string): Promise<void> {
  const live = await work.tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isLive()));
  for (const { id } of live) work.publish("session.ended", { sessionId: id });
}

/** Revokes all of a person's keys, because somebody else may have made them. Returns how many there were. */
export async function revokeKeysOf(work: Work, userId: string): Promise<number> {
  const revoked = await work.tx
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.userId, userId), isLive()))
    .returning({ id: apiKeys.id });
  for (const { id } of revoked) {
    work.publish("session.ended", { sessionId: id });
    work.audit({ action: "api_key.revoked", target: { type: "api_key", id }, after: { because: "password_reset" } });
  }
  return revoked.length;
}
