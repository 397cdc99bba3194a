import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { RESET_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { inEvenTime } from "@/lib/accounts/even-time";
import { passwordChangedMail, passwordResetMail, resetPasswordMail } from "@/lib/accounts/letters";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { clearAttempts } from "@/lib/accounts/lockout/writes";
import { type Account, findAccount, findAccountByEmail } from "@/lib/accounts/lookups";
import { hashPassword } from "@/lib/accounts/password";
import { endSessionsOf } from "@/lib/accounts/sessions/writes";
import { findTokenOwner } from "@/lib/accounts/tokens/lookups";
import { issueToken, spendToken, voidTokens } from "@/lib/accounts/tokens/writes";
import { revokeKeysOf } from "@/lib/api-keys/writes";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type PasswordFault, passwordFault } from "./password-rules";
import { type ChangePasswordInput, changePasswordSchema, requestResetSchema, resetPasswordSchema } from "./schema";

type FaultRefusal = `password_${PasswordFault}`;
type ChangeRefusal = ConfirmRefusal | FaultRefusal;

/**
 * Sets a new password and ends all other sessions. A person who signs in through another service sets their first one.
 */
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
  const ended = await replacePassword(ctx, account, parsed.password);
  return ended === null ? refused("wrong_password") : ok({ ended });
}

/** Returns how many sessions ended, or null if the password was changed after it was confirmed. */
async function replacePassword(ctx: Ctx, account: Account, password: string): Promise<number | null> {
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (work) => {
    const { passwordHash: old } = account;
    const unchanged = old === null ? isNull(users.passwordHash) : eq(users.passwordHash, old);
    const changed = await work.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, account.id), unchanged))
      .returning({ id: users.id });
    if (changed.length === 0) return null;
    const ended = await endSessionsOf(work, account.id, { except: ctx.actor.sessionId });
    await voidTokens(work, account.id, "reset-password", "change-email");
    work.mail(passwordChangedMail(account.email));
    const target = { type: "user", id: account.id };
    const before = { hadPassword: old !== null };
    work.audit({ action: "account.password_changed", target, before, after: { ended } });
    return ended;
  });
}

/** Mails a link to the account's owner. Does not reveal whether the address has an account. */
export async function requestPasswordReset(facts: RequestFacts, input: { email: string }): Promise<void> {
  const { email } = requestResetSchema.parse(input);
  await inEvenTime(async () => {
    const account = await findAccountByEmail(email);
    if (!account || account.isDemo || account.suspendedAt) return;
    const owner = { userId: account.id, purpose: "reset-password", email } as const;
    await inTransaction(asVisitor(facts), async (work) => {
      const token = await issueToken(work, { ...owner, lifetimeSeconds: RESET_TOKEN_SECONDS });
      if (!token) return;
      work.mail(resetPasswordMail(email, token));
      work.audit({ action: "account.password_reset_requested", target: { type: "user", id: account.id } });
    });
  });
}

/**
 * Sets a new password for whoever holds the link. The link works once, ends every session and every API key, and
 * confirms the address. The second factor stays: access to a person's mail is not access to their phone.
 */
export async function resetPasswordByLink(
  facts: RequestFacts,
  input: { token: string; password: string },
): Promise<Result<{ endedKeys: number }, "link_void" | FaultRefusal>> {
  const { token, password } = resetPasswordSchema.parse(input);
  const account = await findTokenOwner("reset-password", token);
  if (!account || account.suspendedAt) return refused("link_void");
  const fault = passwordFault(password, account);
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  return inTransaction(asVisitor(facts), async (work) => {
    if (!(await spendToken(work, account, "reset-password", token))) return refused("link_void");
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await work.tx.update(users).set({ passwordHash, emailVerifiedAt }).where(eq(users.id, account.id));
    await voidTokens(work, account.id, "reset-password", "verify-email", "change-email");
    await clearAttempts(work, accountSubject(account.email));
    const ended = await endSessionsOf(work, account.id);
    const endedKeys = await revokeKeysOf(work, account.id);
    work.mail(passwordResetMail(account.email, endedKeys));
    const target = { type: "user", id: account.id };
    work.audit({ action: "account.password_reset", target, after: { ended, endedKeys } });
    return ok({ endedKeys });
  });
}
