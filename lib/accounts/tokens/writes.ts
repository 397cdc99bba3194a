import "server-only";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { TOKEN_PAUSE_SECONDS } from "@/lib/accounts/constants";
import type { Work } from "@/lib/work/unit-of-work";
import { newToken, tokenHash } from "./one-time-token";
import type { TokenPurpose } from "./schema";

interface NewToken {
  userId: string;
  purpose: TokenPurpose;
  email: string;
  lifetimeSeconds: number;
}

/**
 * Makes a token for a link. Returns null if the account has just been sent one, so that nobody can flood another
 * person's mailbox.
 */
export async function issueToken(work: Work, { userId, purpose, email, lifetimeSeconds }: NewToken) {
  const token = newToken();
  const { rowCount } = await work.tx.execute(sql`
    insert into one_time_tokens (id, user_id, purpose, token_hash, email, expires_at)
    select ${uuidv7()}, ${userId}, ${purpose}, ${tokenHash(token)}, ${email},
      now() + make_interval(secs => ${lifetimeSeconds})
    where not exists (select 1 from one_time_tokens where user_id = ${userId} and purpose = ${purpose}
      and used_at is null and created_at > now() - make_interval(secs => ${TOKEN_PAUSE_SECONDS}))`);
  return rowCount ? token : null;
}

/** Spends a token that was sent to `owner.email`. Returns true for exactly one of several attempts. */
export async function spendToken(
  work: Work,
  owner: { id: string; email: string },
  purpose: TokenPurpose,
  token: string,
) {
  const spent = await work.tx
    .update(oneTimeTokens)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(oneTimeTokens.tokenHash, tokenHash(token)),
        eq(oneTimeTokens.purpose, purpose),
        eq(oneTimeTokens.userId, owner.id),
        eq(oneTimeTokens.email, owner.email),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: oneTimeTokens.id });
  return spent.length > 0;
}

/** Voids the account's unused links of these kinds. Returns how many there were. */
export async function voidTokens(work: Work, userId: string, ...purposes: TokenPurpose[]): Promise<number> {
  const { userId: owner, purpose, usedAt } = oneTimeTokens;
  const voided = await work.tx
    .update(oneTimeTokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(owner, userId), inArray(purpose, purposes), isNull(usedAt)));
  return voided.rowCount ?? 0;
}
