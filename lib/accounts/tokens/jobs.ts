import "server-only";
import { lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";

export async function sweepTokens(): Promise<number> {
  const swept = await db()
    .delete(oneTimeTokens)
    .where(lt(oneTimeTokens.expiresAt, sql`now() - make_interval(days => 1)`));
  return swept.rowCount ?? 0;
}
