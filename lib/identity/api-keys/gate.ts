import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { LAST_USED_GRANULARITY_SECONDS } from "./constants";

const LAST_ADDRESS_MAX_LENGTH = 64;

/** Records when and from where a key was used. Of several simultaneous uses only one writes. */
export async function noteKeyUse(id: string, address: string | null): Promise<void> {
  const stale = lt(apiKeys.lastUsedAt, sql`now() - make_interval(secs => ${LAST_USED_GRANULARITY_SECONDS})`);
  await db()
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()`, lastUsedAddress: address?.slice(0, LAST_ADDRESS_MAX_LENGTH) ?? null })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), stale)));
}
