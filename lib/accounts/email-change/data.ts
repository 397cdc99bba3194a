import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import type { ActorId } from "@/lib/identity/actor";

/**
 * The address that the account will have once the person opens the link mailed to it. Returns null if no change is
 * pending.
 */
export async function findPendingEmail(owner: ActorId): Promise<{ email: string; expiresAt: Date } | null> {
  const { userId, purpose, email, createdAt, expiresAt, usedAt } = oneTimeTokens;
  const isGood = and(eq(purpose, "change-email"), isNull(usedAt), gt(expiresAt, sql`now()`));
  const [row] = await db()
    .select({ email, expiresAt })
    .from(oneTimeTokens)
    .where(and(eq(userId, owner), isGood))
    .orderBy(desc(createdAt))
    .limit(1);
  return row ?? null;
}
