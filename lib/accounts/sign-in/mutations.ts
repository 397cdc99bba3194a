import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { claimAttempt } from "@/lib/accounts/lockout/gate";
import { accountSubject, addressSubject, attemptSubjects } from "@/lib/accounts/lockout/subjects";
import { clearAttempts, recordFailure, returnAttempt } from "@/lib/accounts/lockout/writes";
import { type Account, findAccount, findAccountByEmail } from "@/lib/accounts/lookups";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/accounts/password";
import { signInSchema } from "@/lib/accounts/schema";
import { hasSecondFactor } from "@/lib/accounts/second-factor/lookups";
import { takeCode } from "@/lib/accounts/second-factor/writes";
import { endSessions, openSession } from "@/lib/accounts/sessions/writes";
import { mailVerification } from "@/lib/accounts/writes";
import { asPerson, asVisitor } from "@/lib/audit/sources";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { secondStepSchema } from "./schema";
import { issueTicket, readTicket } from "./ticket";

/** A browser that signs in: its request, and its previous session, which ends. */
export interface SigningIn extends RequestFacts {
  previousSessionId: string | null;
}

/** `refused` stands for every reason: no such account, wrong password, too many attempts, suspended, unconfirmed. */
export type SignInOutcome =
  | { outcome: "signed-in"; userId: string; sessionId: string }
  | { outcome: "second-step"; ticket: string }
  | { outcome: "refused" };

type Refusal = "locked" | "wrong" | "suspended" | "unconfirmed" | "wrong_code" | "stale_ticket" | "password_changed";

const REFUSED: SignInOutcome = { outcome: "refused" };

/** First step: address and password. Every refusal looks the same and takes the same time. */
export async function signInWithPassword(by: SigningIn, input: unknown): Promise<SignInOutcome> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return REFUSED;
  const { email, password } = parsed.data;
  const claimed = await claimAttempt(attemptSubjects(email, by.address));
  const account = await findAccountByEmail(email);
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  const refusal = claimed.locked ? "locked" : whyRefused(account, matches);
  if (!account || refusal) {
    return refuse(by, { account, refusal: refusal ?? "wrong", lockedOut: !claimed.locked && claimed.lockedOut });
  }
  const passwordHash =
    account.passwordHash && needsRehash(account.passwordHash) ? await rehash(account, password) : account.passwordHash;
  return finishFirstStep(by, { ...account, passwordHash }, "password");
}

function whyRefused(account: Account | null, matches: boolean): Refusal | null {
  if (!account || !matches) return "wrong";
  if (account.suspendedAt) return "suspended";
  return account.mustVerifyEmail && !account.emailVerifiedAt ? "unconfirmed" : null;
}

/** After the right password or a linked service: opens the session, or issues a ticket for the second step. */
export async function finishFirstStep(by: SigningIn, account: Account, method: string): Promise<SignInOutcome> {
  const subjects = attemptSubjects(account.email, by.address);
  if (await hasSecondFactor(account.id)) {
    // Takes back this attempt but does not clear the others: whoever knows only the password must not be able to guess
    // codes without limit.
    if (method === "password") await inTransaction(asVisitor(by), (work) => returnAttempt(work, subjects));
    return { outcome: "second-step", ticket: await issueTicket({ userId: account.id, method }, account.passwordHash) };
  }
  const started = await inTransaction(asVisitor(by), async (work) => {
    if (!(await lockUnchanged(work, account))) return null;
    return start(work, by, account, { method, claimed: method === "password" });
  });
  return started ?? refuse(by, { account, refusal: "password_changed", lockedOut: false });
}

/** Second step: the ticket from the first, and a code from the authenticator or a recovery code. */
export async function signInWithSecondFactor(by: SigningIn, input: unknown): Promise<SignInOutcome> {
  const parsed = secondStepSchema.safeParse(input);
  const ticket = parsed.success ? await readTicket(parsed.data.ticket) : null;
  const account = ticket && (await findAccount(ticket.userId));
  if (!parsed.success || !ticket || !account) return REFUSED;
  const claimed = await claimAttempt(attemptSubjects(account.email, by.address));
  if (claimed.locked) return refuse(by, { account, refusal: "locked", lockedOut: false });
  if (account.suspendedAt || !ticket.isFor(account.passwordHash)) {
    return refuse(by, { account, refusal: "stale_ticket", lockedOut: claimed.lockedOut });
  }
  const outcome = await inTransaction(asVisitor(by), async (work): Promise<SignInOutcome | Refusal> => {
    if (!(await lockUnchanged(work, account))) return "password_changed";
    const taken = await takeCode(work, account.id, parsed.data.code);
    if (!taken) return "wrong_code";
    const method = `${ticket.method} and ${taken}`;
    return start(work, by, account, { method, claimed: true, usedRecoveryCode: taken === "recovery-code" });
  });
  if (typeof outcome !== "string") return outcome;
  return refuse(by, { account, refusal: outcome, lockedOut: claimed.lockedOut });
}

/**
 * Keeps the account's row as it is until the commit, and returns whether its password is still the one that was checked.
 * A password reset ends every session: one that the old password opens must not come after it.
 */
async function lockUnchanged(work: Work, { id, passwordHash }: Account): Promise<boolean> {
  const [row] = await work.tx
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
    .for("share");
  return row?.passwordHash === passwordHash;
}

interface Started {
  method: string;
  /** Whether an attempt was counted, which is now taken back. */
  claimed: boolean;
  usedRecoveryCode?: boolean;
}

async function start(work: Work, by: SigningIn, account: Account, how: Started): Promise<SignInOutcome> {
  const byAddress = addressSubject(by.address);
  await clearAttempts(work, accountSubject(account.email));
  if (how.claimed && byAddress) await returnAttempt(work, [byAddress]);
  if (by.previousSessionId) await endSessions(work, eq(sessions.id, by.previousSessionId));
  const sessionId = await openSession(work, account.id, by);
  const source = asPerson(by, account);
  const target = { type: "user", id: account.id };
  if (how.usedRecoveryCode) work.audit({ action: "account.recovery_code_used", target }, source);
  const after = { method: how.method, sessionId };
  work.audit({ action: "account.signed_in", target, after }, source);
  return { outcome: "signed-in", userId: account.id, sessionId };
}

async function refuse(
  by: SigningIn,
  { account, refusal, lockedOut }: { account: Account | null; refusal: Refusal; lockedOut: boolean },
): Promise<SignInOutcome> {
  await inTransaction(asVisitor(by), async (work) => {
    if (account && refusal === "unconfirmed") await mailVerification(work, account);
    recordFailure(work, { accountId: account?.id, reason: refusal, lockedOut });
  });
  return REFUSED;
}

/**
 * Replaces the hash only if it is still the one that was checked, so that a password changed meanwhile stays. Returns
 * the new one.
 */
async function rehash(account: Account, password: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  await db()
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, account.id), eq(users.passwordHash, account.passwordHash ?? "")));
  return passwordHash;
}
