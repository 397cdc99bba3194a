import "server-only";
import { claimAttempt } from "@/lib/accounts/lockout/gate";
import { attemptSubjects } from "@/lib/accounts/lockout/subjects";
import { recordFailure, returnAttempt } from "@/lib/accounts/lockout/writes";
import { type Account, findAccount } from "@/lib/accounts/lookups";
import { verifyPassword } from "@/lib/accounts/password";
import type { AuditSource } from "@/lib/audit/schema";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId, Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction } from "@/lib/work/unit-of-work";

/** `no_password`: the person signs in only through another service, and has to set a password first. */
export type ConfirmRefusal = "demo_account" | "no_password" | "wrong_password" | "too_many_attempts";

/**
 * Checks the signed-in person's password again before they change how they sign in: their screen may have been left
 * unlocked. Wrong passwords count as they do at sign-in.
 */
export async function confirmPassword(ctx: Ctx, password: string): Promise<Result<Account, ConfirmRefusal>> {
  requireOwnSession(ctx.actor);
  if (ctx.actor.isDemo) return refused("demo_account");
  const account = await findAccount(ctx.actor.id);
  if (!account?.passwordHash) return refused("no_password");
  const refusal = await whyNotTheirs(ctx, account, password);
  return refusal ? refused(refusal) : ok(account);
}

/** Returns null if the password is right. Counts and records a wrong one. */
export async function whyNotTheirs(
  source: AuditSource,
  account: Account,
  password: string,
): Promise<"wrong_password" | "too_many_attempts" | null> {
  const subjects = attemptSubjects(account.email, source.address);
  const claimed = await claimAttempt(subjects);
  const matches = await verifyPassword(account.passwordHash, password);
  if (claimed.locked) return "too_many_attempts";
  return inTransaction(source, async (work) => {
    if (matches) {
      await returnAttempt(work, subjects);
      return null;
    }
    recordFailure(work, { accountId: account.id, reason: "wrong", lockedOut: claimed.lockedOut });
    return "wrong_password";
  });
}

/** Who opens a link: the facts of the request, and the account that is signed in, if any. */
export type LinkOpener = RequestFacts & { signedInAs: ActorId | null };
export type OpenerRefusal = "password_needed" | "wrong_password" | "too_many_attempts";

/** Returns null if whoever opens the link is signed in to the account or knows its password. */
export async function whyNotOwner(
  by: LinkOpener,
  account: Account,
  password: string | undefined,
): Promise<OpenerRefusal | null> {
  if (by.signedInAs === account.id) return null;
  return password === undefined ? "password_needed" : whyNotTheirs(asVisitor(by), account, password);
}
