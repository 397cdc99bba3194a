import "server-only";
import { and, eq } from "drizzle-orm";
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
