import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { users } from "@/db/schema/users";
import {
  type ConfirmRefusal,
  confirmPassword,
  type LinkOpener,
  type OpenerRefusal,
  whyNotOwner,
} from "@/lib/accounts/confirm-password/mutations";
import { CHANGE_EMAIL_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { type Account, findAccount } from "@/lib/accounts/data";
import { inEvenTime } from "@/lib/accounts/even-time";
import { addressWantedMail, changeEmailMail, emailChangeAskedMail, emailChangedMail } from "@/lib/accounts/letters";
import { claimAttempt, returnAttempt } from "@/lib/accounts/lockout/mutations";
import { addressSubject } from "@/lib/accounts/lockout/subjects";
import { lockAddresses } from "@/lib/accounts/mutations";
import { issueToken, spendToken, voidTokens } from "@/lib/accounts/tokens/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { asPerson } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { postMails, type QueuedMail, queueMail, queueMailOnce } from "@/lib/mail/mutations";
import { mailIsSent } from "@/lib/mail/transport";
import { findEmailChange, findHolder, wasAskedJustNow } from "./data";
import {
  type ConfirmEmailChangeInput,
  confirmEmailChangeSchema,
  type RequestEmailChangeInput,
  requestEmailChangeSchema,
} from "./schema";

/** However often an address that is taken is asked for, its owner reads of it once in this time. */
const WANTED_MAIL_PAUSE_SECONDS = 60 * 60;

type RequestRefusal = Exclude<ConfirmRefusal, "no_password"> | "same_email" | "email_taken" | "just_sent";

/**
 * A link to a new address; the account has its old one until that is opened, and the old one is written to. Where mail
 * is sent, a taken address gets the same answer in the same time, and looks as pending: only its owner reads of it.
 * Without mail that would keep people waiting for nothing, so it is said, as it is to who registers.
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
    const mails = await db().transaction((tx) => begin(tx, ctx, owner.value, email));
    if (!mails) return refused("just_sent");
    postMails(mails);
    return ok(null);
  });
}

/** The account of the session, whose password was given; who has none is known by the session alone. */
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

/** Only where no mail is sent: each taken address counts against whoever asks, so that nobody tries a list of them. */
async function whyNotFree(ctx: Ctx, email: string): Promise<"email_taken" | "too_many_attempts" | null> {
  if (mailIsSent()) return null;
  const attempt = [addressSubject(ctx.address)].filter((subject) => subject !== null);
  if ((await claimAttempt(attempt)).locked) return "too_many_attempts";
  if (await findHolder(db(), email)) return "email_taken";
  await db().transaction((tx) => returnAttempt(tx, attempt));
  return null;
}

/** Null where a link was sent just now. */
async function begin(tx: Executor, ctx: Ctx, account: Account, email: string): Promise<QueuedMail[] | null> {
  // Of two who ask at the same instant the second finds what the first has written.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, account.id)).for("update");
  if (await wasAskedJustNow(tx, account.id)) return null;
  await voidTokens(tx, account.id, "change-email");
  const wanted = { userId: account.id, purpose: "change-email", email } as const;
  const token = await issueToken(tx, { ...wanted, lifetimeSeconds: CHANGE_EMAIL_TOKEN_SECONDS });
  if (!token) return null;
  const mails = [await queueMail(tx, emailChangeAskedMail(account.email)), ...(await queueLink(tx, email, token))];
  const target = { type: "user", id: account.id };
  await recordAudit(tx, ctx, { action: "account.email_change_requested", target });
  return mails;
}

/** The link, or to the owner of a taken address that somebody wanted it: then nobody ever gets to see the link. */
async function queueLink(tx: Executor, email: string, token: string): Promise<QueuedMail[]> {
  const holder = await findHolder(tx, email);
  if (!holder) return [await queueMail(tx, changeEmailMail(email, token))];
  if (holder.isDemo || holder.suspendedAt) return [];
  return queueMailOnce(tx, addressWantedMail(email), WANTED_MAIL_PAUSE_SECONDS);
}

/** The link goes nowhere any more. */
export async function cancelEmailChange(ctx: Ctx): Promise<Result<null, "not_pending">> {
  requireOwnSession(ctx.actor);
  return db().transaction(async (tx) => {
    const voided = await voidTokens(tx, ctx.actor.id, "change-email");
    if (voided === 0) return refused("not_pending");
    const target = { type: "user", id: ctx.actor.id };
    await recordAudit(tx, ctx, { action: "account.email_change_cancelled", target });
    return ok(null);
  });
}

/**
 * Changes the address: by who holds the link, and so reads the new mailbox, and is signed in to the account or knows
 * its password. Links that were sent to the old address are void from here on.
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
  const result = await db().transaction(async (tx) => {
    await lockAddresses(tx);
    if (!(await spendToken(tx, { id: account.id, email }, "change-email", token))) return refused("link_void");
    if (await findHolder(tx, email)) return refused("taken_meanwhile");
    await tx.update(users).set({ email, emailVerifiedAt: sql`now()` }).where(eq(users.id, account.id));
    await voidTokens(tx, account.id, "change-email", "verify-email", "reset-password");
    const mail = await queueMail(tx, emailChangedMail(account.email));
    const target = { type: "user", id: account.id };
    await recordAudit(tx, asPerson(by, account), { action: "account.email_changed", target });
    return ok({ email, mail });
  });
  if (!result.ok) return result;
  postMails([result.value.mail]);
  return ok({ email });
}
