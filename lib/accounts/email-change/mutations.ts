import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import {
  type ConfirmRefusal,
  confirmPassword,
  type LinkOpener,
  type OpenerRefusal,
  whyNotOwner,
} from "@/lib/accounts/confirm-password/mutations";
import { CHANGE_EMAIL_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { inEvenTime } from "@/lib/accounts/even-time";
import { addressWantedMail, changeEmailMail, emailChangeAskedMail, emailChangedMail } from "@/lib/accounts/letters";
import { claimAttempt } from "@/lib/accounts/lockout/gate";
import { addressSubject } from "@/lib/accounts/lockout/subjects";
import { returnAttempt } from "@/lib/accounts/lockout/writes";
import { type Account, findAccount } from "@/lib/accounts/lookups";
import { issueToken, spendToken, voidTokens } from "@/lib/accounts/tokens/writes";
import { lockAddresses } from "@/lib/accounts/writes";
import { asPerson } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { lockSignedIn } from "@/lib/identity/writes";
import { mailIsSent } from "@/lib/mail/transport";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { findEmailChange, findHolder } from "./lookups";
import {
  type ConfirmEmailChangeInput,
  confirmEmailChangeSchema,
  type RequestEmailChangeInput,
  requestEmailChangeSchema,
} from "./schema";
import { wasAskedJustNow } from "./writes";

/** The owner of a taken address gets at most one mail in this time, however often the address is requested. */
const WANTED_MAIL_PAUSE_SECONDS = 60 * 60;

type RequestRefusal = Exclude<ConfirmRefusal, "no_password"> | "same_email" | "email_taken" | "just_sent";

/**
 * Mails a link to the new address and a note to the old one. The account keeps the old address until the link is
 * opened. If this server sends mail, a taken address gets the same answer after the same time, and only its owner is
 * told. If it sends no mail, the person is told that the address is taken: otherwise they would wait in vain.
 */
export async function requestEmailChange(
  ctx: Ctx,
  input: RequestEmailChangeInput,
): Promise<Result<null, RequestRefusal>> {
  requireOwnSession(ctx.actor);
  const { email, password } = requestEmailChangeSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  return inEvenTime(async () => {
    const owner = await provenOwner(ctx, password ?? "");
    if (!owner.ok) return owner;
    if (owner.value.email === email) return refused("same_email");
    const refusal = await whyNotFree(ctx, email);
    if (refusal) return refused(refusal);
    const isSent = await inTransaction(ctx, (work) => begin(work, ctx, owner.value, email));
    return isSent ? ok(null) : refused("just_sent");
  });
}

/** Returns the account after checking its password. If it has no password, the session alone is enough. */
async function provenOwner(
  ctx: Ctx,
  password: string,
): Promise<Result<Account, Exclude<ConfirmRefusal, "no_password">>> {
  const confirmed = await confirmPassword(ctx, password);
  if (confirmed.ok) return confirmed;
  if (confirmed.reason !== "no_password") return refused(confirmed.reason);
  const account = await findAccount(ctx.actor.id);
  return account?.passwordHash === null ? ok(account) : refused("wrong_password");
}

/**
 * Applies only if this server sends no mail. Each taken address counts as a failed attempt, so that nobody can try a
 * list of them.
 */
async function whyNotFree(ctx: Ctx, email: string): Promise<"email_taken" | "too_many_attempts" | null> {
  if (mailIsSent()) return null;
  const attempt = [addressSubject(ctx.address)].filter((subject) => subject !== null);
  if ((await claimAttempt(attempt)).locked) return "too_many_attempts";
  if (await findHolder(email)) return "email_taken";
  await inTransaction(ctx, (work) => returnAttempt(work, attempt));
  return null;
}

/** Returns false if a link has just been sent. */
async function begin(work: Work, { actor }: Ctx, account: Account, email: string): Promise<boolean> {
  // Two simultaneous requests run one after the other: the second finds what the first has written.
  await lockSignedIn(work.tx, actor);
  if (await wasAskedJustNow(work, account.id)) return false;
  await voidTokens(work, account.id, "change-email");
  const wanted = { userId: account.id, purpose: "change-email", email } as const;
  const token = await issueToken(work, { ...wanted, lifetimeSeconds: CHANGE_EMAIL_TOKEN_SECONDS });
  if (!token) return false;
  work.mail(emailChangeAskedMail(account.email));
  await mailLink(work, email, { readerId: account.id, token });
  const target = { type: "user", id: account.id };
  work.audit({ action: "account.email_change_requested", target });
  return true;
}

/** Mails the link. If the address is taken, mails its owner a note instead, and nobody gets the link. */
async function mailLink(work: Work, email: string, link: { readerId: string; token: string }): Promise<void> {
  const holder = await findHolder(email, work.tx);
  if (!holder) work.mail(changeEmailMail(email, link));
  else if (!holder.isDemo && !holder.suspendedAt) {
    work.mail(addressWantedMail(email), { pauseSeconds: WANTED_MAIL_PAUSE_SECONDS });
  }
}

/** Makes the link that was sent stop working. */
export async function cancelEmailChange(ctx: Ctx): Promise<Result<null, "not_pending">> {
  requireOwnSession(ctx.actor);
  return inTransaction(ctx, async (work) => {
    const voided = await voidTokens(work, ctx.actor.id, "change-email");
    if (voided === 0) return refused("not_pending");
    const target = { type: "user", id: ctx.actor.id };
    work.audit({ action: "account.email_change_cancelled", target });
    return ok(null);
  });
}

/**
 * Changes the address. Opening the link proves access to the new mailbox; the person must also be signed in to the
 * account or know its password. Links sent to the old address stop working.
 */
export async function confirmEmailChange(
  by: LinkOpener,
  input: ConfirmEmailChangeInput,
): Promise<Result<{ email: string }, "link_void" | "taken_meanwhile" | OpenerRefusal>> {
  const { token, password } = confirmEmailChangeSchema.parse(input);
  const change = await findEmailChange(token);
  if (!change || change.account.suspendedAt) return refused("link_void");
  const { account, email } = change;
  const refusal = await whyNotOwner(by, account, password);
  if (refusal) return refused(refusal);
  return inTransaction(asPerson(by, account), async (work) => {
    await lockAddresses(work);
    if (!(await spendToken(work, { id: account.id, email }, "change-email", token))) return refused("link_void");
    if (await findHolder(email, work.tx)) return refused("taken_meanwhile");
    await work.tx.update(users).set({ email, emailVerifiedAt: sql`now()` }).where(eq(users.id, account.id));
    await voidTokens(work, account.id, "change-email", "verify-email", "reset-password");
    work.mail(emailChangedMail(account.email, account.id));
    const target = { type: "user", id: account.id };
    work.audit({ action: "account.email_changed", target });
    return ok({ email });
  });
}
