import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";

/** Removes counters whose windows have ended. */
export async function forgetExpiredCounters(): Promise<number> {
  const gone = await inLongTransaction((tx) => tx.delete(rateLimits).where(lt(rateLimits.longExpiresAt, sql`now()`)));
  return gone.rowCount ?? 0;
}
