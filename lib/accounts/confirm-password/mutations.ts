import "server-only";
import { db } from "@/db/client";
import { type Account, findAccount } from "@/lib/accounts/data";
import { claimAttempt, recordFailure, returnAttempt } from "@/lib/accounts/lockout/mutations";
import { attemptSubjects } from "@/lib/accounts/lockout/subjects";
import { verifyPassword } from "@/lib/accounts/password";
import type { AuditSource } from "@/lib/audit/schema";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId, Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";

/** `no_password`: the account is entered through another service only, and must be given a password first. */
export type ConfirmRefusal = "demo_account" | "no_password" | "wrong_password" | "too_many_attempts";

/**
 * The password of somebody signed in, asked again before a change to how they sign in: a screen that was left open is
 * not enough. Wrong ones count as they do at sign-in.
 */
export async function confirmPassword(ctx: Ctx, password: string): Promise<Result<Account, ConfirmRefusal>> {
  requireOwnSession(ctx.actor);
  if (ctx.actor.isDemo) return refused("demo_account");
  const account = await findAccount(ctx.actor.id);
  if (!account?.passwordHash) return refused("no_password");
  const refusal = await whyNotTheirs(ctx, account, password);
  return refusal ? refused(refusal) : ok(account);
}

/** Null where the password is the account's. Counted, and written down where it is not. */
export async function whyNotTheirs(
  source: AuditSource,
  account: Account,
  password: string,
): Promise<"wrong_password" | "too_many_attempts" | null> {
  const subjects = attemptSubjects(account.email, source.address);
  const claimed = await claimAttempt(subjects);
  const matches = await verifyPassword(account.passwordHash, password);
  if (claimed.locked) return "too_many_attempts";
  return db().transaction(async (tx) => {
    if (matches) {
      await returnAttempt(tx, subjects);
      return null;
    }
    await recordFailure(tx, source, { accountId: account.id, reason: "wrong", lockedOut: claimed.lockedOut });
    return "wrong_password";
  });
}

/** Who opens a link: the facts of the request, and whose session it has, if any. */
export type LinkOpener = RequestFacts & { signedInAs: ActorId | null };
export type OpenerRefusal = "password_needed" | "wrong_password" | "too_many_attempts";

/** Null where who opens a link of the account is signed in to it, or knows its password. */
export async function whyNotOwner(
  by: LinkOpener,
  account: Account,
  password: string | undefined,
): Promise<OpenerRefusal | null> {
  if (by.signedInAs === account.id) return null;
  return password === undefined ? "password_needed" : whyNotTheirs(asVisitor(by), account, password);
}
