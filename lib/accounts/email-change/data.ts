import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { users } from "@/db/schema/users";
import { TOKEN_PAUSE_SECONDS } from "@/lib/accounts/constants";
import { type Account, findAccount } from "@/lib/accounts/data";
import { tokenHash } from "@/lib/accounts/tokens/one-time-token";
import type { ActorId } from "@/lib/identity/actor";

const { userId, purpose, email, createdAt, expiresAt, usedAt } = oneTimeTokens;
const isForChange = eq(purpose, "change-email");
const isGood = and(isForChange, isNull(usedAt), gt(expiresAt, sql`now()`));

/** The address that an account is to have once the link in the mail to it is opened. */
export async function findPendingEmail(owner: ActorId): Promise<{ email: string; expiresAt: Date } | null> {
  const [row] = await db()
    .select({ email, expiresAt })
    .from(oneTimeTokens)
    .where(and(eq(userId, owner), isGood))
    .orderBy(desc(createdAt))
    .limit(1);
  return row ?? null;
}

/** Whose address a link changes, and into which, while it is good. Only spending it settles who may use it. */
export async function findEmailChange(token: string): Promise<{ account: Account; email: string } | null> {
  const [row] = await db()
    .select({ userId, email })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, tokenHash(token)), isGood));
  const account = row ? await findAccount(row.userId) : null;
  return row && account ? { account, email: row.email } : null;
}

/** Whether a link was made just now, also one that was cancelled since: cancelling must not let anybody send more. */
export async function wasAskedJustNow(tx: Executor, owner: string): Promise<boolean> {
  const since = sql`now() - make_interval(secs => ${TOKEN_PAUSE_SECONDS})`;
  const [recent] = await tx
    .select({ id: oneTimeTokens.id })
    .from(oneTimeTokens)
    .where(and(eq(userId, owner), isForChange, gt(createdAt, since)))
    .limit(1);
  return recent !== undefined;
}

/** Who has an address, within a transaction that wants it for somebody else. */
export async function findHolder(tx: Executor, wanted: string) {
  const { id, isDemo, suspendedAt } = users;
  const [row] = await tx.select({ id, isDemo, suspendedAt }).from(users).where(eq(users.email, wanted));
  return row ?? null;
}
