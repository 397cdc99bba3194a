import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { type LinkOpener, type OpenerRefusal, whyNotOwner } from "@/lib/accounts/confirm-password/mutations";
import { findAccount } from "@/lib/accounts/data";
import { queueVerification } from "@/lib/accounts/mutations";
import { findTokenOwner } from "@/lib/accounts/tokens/data";
import { spendToken } from "@/lib/accounts/tokens/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { asPerson } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { postMails } from "@/lib/mail/mutations";
import { type VerifyEmailInput, verifyEmailSchema } from "./schema";

/**
 * Confirms an address: by who holds its link and is signed in to the account or knows its password. The link alone
 * would let a stranger register with somebody's address and have its owner confirm the stranger's password.
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
  return db().transaction(async (tx) => {
    if (!(await spendToken(tx, account, "verify-email", token))) return refused("link_void");
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await tx.update(users).set({ emailVerifiedAt }).where(eq(users.id, account.id));
    const target = { type: "user", id: account.id };
    await recordAudit(tx, asPerson(by, account), { action: "account.email_verified", target });
    return ok({ email: account.email });
  });
}

/** Another link to one's own address; `just_sent` where one is on its way. */
export async function requestVerification(ctx: Ctx): Promise<Result<null, "already_verified" | "just_sent">> {
  requireOwnSession(ctx.actor);
  const account = await findAccount(ctx.actor.id);
  if (!account || account.emailVerifiedAt || account.isDemo) return refused("already_verified");
  const mails = await db().transaction((tx) => queueVerification(tx, account));
  postMails(mails);
  return mails.length > 0 ? ok(null) : refused("just_sent");
}
