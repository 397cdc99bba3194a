import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { users } from "@/db/schema/users";
import { type Account, findAccount } from "@/lib/accounts/lookups";
import { tokenHash } from "./one-time-token";
import type { TokenPurpose } from "./schema";

/**
 * The account that a link is for. Returns null if the link no longer works. Whether it may be used is settled only when
 * the token is spent.
 */
export async function findTokenOwner(purpose: TokenPurpose, token: string): Promise<Account | null> {
  const [row] = await db()
    .select({ userId: oneTimeTokens.userId })
    .from(oneTimeTokens)
    .innerJoin(users, and(eq(users.id, oneTimeTokens.userId), eq(users.email, oneTimeTokens.email)))
    .where(
      and(
        eq(oneTimeTokens.tokenHash, tokenHash(token)),
        eq(oneTimeTokens.purpose, purpose),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, sql`now()`),
      ),
    );
  return row ? findAccount(row.userId) : null;
}
