import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";

export async function sweepTokens(): Promise<number> {
  const swept = await inLongTransaction((tx) =>
    tx.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, sql`now() - make_interval(days => 1)`)),
  );
  return swept.rowCount ?? 0;
}
