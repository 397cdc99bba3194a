import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { type LinkOpener, type OpenerRefusal, whyNotOwner } from "@/lib/accounts/confirm-password/mutations";
import { findAccount } from "@/lib/accounts/lookups";
import { findTokenOwner } from "@/lib/accounts/tokens/lookups";
import { spendToken } from "@/lib/accounts/tokens/writes";
import { mailVerification } from "@/lib/accounts/writes";
import { asPerson } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type VerifyEmailInput, verifyEmailSchema } from "./schema";

/**
 * Confirms an address. The person must hold the link and be signed in to the account or know its password. With the
 * link alone, a visitor could register with another person's address, and its owner would confirm the visitor's
 * password.
 */
export async function verifyEmail(
  by: LinkOpener,
  input: VerifyEmailInput,
): Promise<Result<{ email: string }, "link_void" | OpenerRefusal>> {
  const { token, password } = verifyEmailSchema.parse(input);
  const account = await findTokenOwner("verify-email", token);
  if (!account || account.suspendedAt) return refused("link_void");
  const refusal = await whyNotOwner(by, account, password);
  if (refusal) return refused(refusal);
  return inTransaction(asPerson(by, account), async (work) => {
    if (!(await spendToken(work, account, "verify-email", token))) return refused("link_void");
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await work.tx.update(users).set({ emailVerifiedAt }).where(eq(users.id, account.id));
    const target = { type: "user", id: account.id };
    work.audit({ action: "account.email_verified", target });
    return ok({ email: account.email });
  });
}

/** Mails the actor another link, or refuses with `just_sent`. */
export async function requestVerification(ctx: Ctx): Promise<Result<null, "already_verified" | "just_sent">> {
  requireOwnSession(ctx.actor);
  const account = await findAccount(ctx.actor.id);
  if (!account || account.emailVerifiedAt || account.isDemo) return refused("already_verified");
  const isSent = await inTransaction(ctx, (work) => mailVerification(work, account));
  return isSent ? ok(null) : refused("just_sent");
}
