import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { users } from "@/db/schema/users";
import { type Account, findAccount } from "@/lib/accounts/lookups";
import { tokenHash } from "@/lib/accounts/tokens/one-time-token";

/**
 * The account whose address a link changes, and the new address. Returns null if the link no longer works. Whether it
 * may be used is settled only when the token is spent.
 */
export async function findEmailChange(token: string): Promise<{ account: Account; email: string } | null> {
  const { userId, purpose, email, expiresAt, usedAt } = oneTimeTokens;
  const isGood = and(eq(purpose, "change-email"), isNull(usedAt), gt(expiresAt, sql`now()`));
  const [row] = await db()
    .select({ userId, email })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, tokenHash(token)), isGood));
  const account = row ? await findAccount(row.userId) : null;
  return row && account ? { account, email: row.email } : null;
}

/**
 * The account that has an address. Inside a transaction that gives the address to an account, pass that transaction as
 * `executor`.
 */
export async function findHolder(address: string, executor: Executor = db()) {
  const { id, isDemo, suspendedAt } = users;
  const [row] = await executor.select({ id, isDemo, suspendedAt }).from(users).where(eq(users.email, address));
  return row ?? null;
}
