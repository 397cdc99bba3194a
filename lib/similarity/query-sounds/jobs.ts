import "server-only";
import { lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { querySounds } from "@/db/schema/query-sounds";

/** Forgets what was searched with a day ago. Returns how many went. */
export async function sweepQuerySounds(): Promise<number> {
  const { expiresAt } = querySounds;
  const swept = await db().delete(querySounds).where(lt(expiresAt, sql`now()`));
  return swept.rowCount ?? 0;
}
