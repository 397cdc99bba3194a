import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { RESET_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { type Account, findAccount, findAccountByEmail } from "@/lib/accounts/data";
import { inEvenTime } from "@/lib/accounts/even-time";
import { passwordChangedMail, resetPasswordMail } from "@/lib/accounts/letters";
import { clearAttempts } from "@/lib/accounts/lockout/mutations";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { hashPassword } from "@/lib/accounts/password";
import { endSessionsOf } from "@/lib/accounts/sessions/mutations";
import { findTokenOwner } from "@/lib/accounts/tokens/data";
import { issueToken, spendToken, voidTokens } from "@/lib/accounts/tokens/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { postMails, queueMail } from "@/lib/mail/mutations";
import type { RequestFacts } from "@/lib/request/request-facts";
import { type PasswordFault, passwordFault } from "./password-rules";
import { type ChangePasswordInput, changePasswordSchema, requestResetSchema, resetPasswordSchema } from "./schema";

type FaultRefusal = `password_${PasswordFault}`;
type ChangeRefusal = ConfirmRefusal | FaultRefusal;

/** A new password; every other session ends. Who has none yet, having come through another service, sets the first. */
export async function changePassword(
  ctx: Ctx,
  input: ChangePasswordInput,
): Promise<Result<{ ended: number }, ChangeRefusal>> {
  requireOwnSession(ctx.actor);
  const parsed = changePasswordSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const account = await findAccount(ctx.actor.id);
  if (!account) return refused("wrong_password");
  if (account.passwordHash !== null) {
    const confirmed = await confirmPassword(ctx, parsed.current ?? "");
    if (!confirmed.ok) return confirmed;
  }
  const fault = passwordFault(parsed.password, account);
  if (fault) return refused(`password_${fault}`);
  const replaced = await replacePassword(ctx, account, parsed.password);
  return replaced ? ok({ ended: replaced.ended }) : refused("wrong_password");
}

/** Null where the password that was confirmed is no longer the account's. */
async function replacePassword(ctx: Ctx, account: Account, password: string) {
  const passwordHash = await hashPassword(password);
  const result = await db().transaction(async (tx) => {
    const { passwordHash: old } = account;
    const unchanged = old === null ? isNull(users.passwordHash) : eq(users.passwordHash, old);
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, account.id), unchanged))
      .returning({ id: users.id });
    if (changed.length === 0) return null;
    const ended = await endSessionsOf(tx, account.id, { except: ctx.actor.sessionId });
    await voidTokens(tx, account.id, "reset-password", "change-email");
    const mail = await queueMail(tx, passwordChangedMail(account.email));
    const target = { type: "user", id: account.id };
    const before = { hadPassword: old !== null };
    await recordAudit(tx, ctx, { action: "account.password_changed", target, before, after: { ended } });
    return { ended, mail };
  });
  if (result) postMails([result.mail]);
  return result;
}

/** A link by mail to whoever has the address. Says nothing of whether anybody has. */
export async function requestPasswordReset(facts: RequestFacts, input: { email: string }): Promise<void> {
  const { email } = requestResetSchema.parse(input);
  await inEvenTime(async () => {
    const account = await findAccountByEmail(email);
    if (!account || account.isDemo || account.suspendedAt) return;
    const owner = { userId: account.id, purpose: "reset-password", email } as const;
    const mail = await db().transaction(async (tx) => {
      const token = await issueToken(tx, { ...owner, lifetimeSeconds: RESET_TOKEN_SECONDS });
      if (!token) return null;
      const queued = await queueMail(tx, resetPasswordMail(email, token));
      const target = { type: "user", id: account.id };
      await recordAudit(tx, asVisitor(facts), { action: "account.password_reset_requested", target });
      return queued;
    });
    if (mail) postMails([mail]);
  });
}

/**
 * A new password for who holds the link. It works once, ends every session, and proves the address. The second factor
 * stays: whoever reads somebody's mail has not got their phone.
 */
export async function resetPasswordByLink(
  facts: RequestFacts,
  input: { token: string; password: string },
): Promise<Result<null, "link_void" | FaultRefusal>> {
  const { token, password } = resetPasswordSchema.parse(input);
  const account = await findTokenOwner("reset-password", token);
  if (!account || account.suspendedAt) return refused("link_void");
  const fault = passwordFault(password, account);
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  const mail = await db().transaction(async (tx) => {
    if (!(await spendToken(tx, account, "reset-password", token))) return null;
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await tx.update(users).set({ passwordHash, emailVerifiedAt }).where(eq(users.id, account.id));
    await voidTokens(tx, account.id, "reset-password", "verify-email", "change-email");
    await clearAttempts(tx, accountSubject(account.email));
    const ended = await endSessionsOf(tx, account.id);
    const queued = await queueMail(tx, passwordChangedMail(account.email));
    const target = { type: "user", id: account.id };
    await recordAudit(tx, asVisitor(facts), { action: "account.password_reset", target, after: { ended } });
    return queued;
  });
  if (!mail) return refused("link_void");
  postMails([mail]);
  return ok(null);
}
