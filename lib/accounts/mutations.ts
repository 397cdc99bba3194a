import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditSource } from "@/lib/audit/schema";
import { asOperator, asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { postMails, type QueuedMail, queueMail, queueMailOnce } from "@/lib/mail/mutations";
import { mailIsSent } from "@/lib/mail/transport";
import type { RequestFacts } from "@/lib/request/request-facts";
import { VERIFY_TOKEN_SECONDS } from "./constants";
import { findAccountByEmail } from "./data";
import { inEvenTime } from "./even-time";
import { addressTakenMail, verifyEmailMail } from "./letters";
import { claimAttempt, returnAttempt } from "./lockout/mutations";
import { addressSubject } from "./lockout/subjects";
import { hashPassword } from "./password";
import { type PasswordFault, passwordFault } from "./passwords/password-rules";
import { type RegisterInput, registerSchema } from "./schema";
import { endSessionsOf } from "./sessions/mutations";
import { issueToken } from "./tokens/mutations";

/** However often somebody registers with a taken address, its owner reads of it once in this time. */
const TAKEN_MAIL_PAUSE_SECONDS = 60 * 60;

type RegisterRefusal = "email_taken" | "too_many_attempts" | `password_${PasswordFault}`;

/** What a visitor is told: to sign in at once, or to read their mail (whether they have an account already or not). */
export type Registered = { next: "sign-in" } | { next: "read-mail" };

/**
 * Registration by a visitor. Where mail is sent, the answer and its time are the same for a new address and for a taken
 * one, whose owner is written to. Without mail a taken address is said, and each time counts against the visitor.
 */
export async function registerPerson(
  facts: RequestFacts,
  input: RegisterInput,
): Promise<Result<Registered, RegisterRefusal>> {
  return inEvenTime(async () => {
    const attempt = [addressSubject(facts.address)].filter((subject) => subject !== null);
    if ((await claimAttempt(attempt)).locked) return refused("too_many_attempts");
    const source = asVisitor(facts);
    const result = await registerAccount(input, { source, mustVerifyEmail: mailIsSent() });
    if (!result.ok && result.reason === "email_taken") {
      if (!mailIsSent()) return result;
      await tellOwner(source, registerSchema.parse(input).email);
    }
    await db().transaction((tx) => returnAttempt(tx, attempt));
    if (!result.ok && result.reason !== "email_taken") return result;
    const isOpen = result.ok && !result.value.mustVerifyEmail;
    return ok({ next: isOpen ? "sign-in" : "read-mail" });
  });
}

interface RegisterOptions {
  isDemo?: boolean;
  mustVerifyEmail?: boolean;
  source?: AuditSource;
}

/** A new account. The first one a person makes is the admin; the demo account is nobody's first. */
export async function registerAccount(
  input: RegisterInput,
  { isDemo = false, mustVerifyEmail = false, source = asOperator() }: RegisterOptions = {},
): Promise<Result<{ userId: string; mustVerifyEmail: boolean }, Exclude<RegisterRefusal, "too_many_attempts">>> {
  const { name, email, password } = registerSchema.parse(input);
  const fault = passwordFault(password, { name, email });
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  const mails: QueuedMail[] = [];
  const result = await db().transaction(async (tx) => {
    const created = await insertAccount(tx, { name, email, passwordHash, isDemo, mustVerifyEmail });
    if (!created) return refused("email_taken");
    if (!isDemo) mails.push(...(await queueVerification(tx, { id: created.userId, email })));
    await recordAudit(tx, source, {
      action: "account.registered",
      target: { type: "user", id: created.userId },
      after: { role: created.role, method: "password" },
    });
    return ok({ userId: created.userId, mustVerifyEmail: created.mustVerifyEmail });
  });
  postMails(mails);
  return result;
}

interface NewAccount {
  name: string;
  email: string;
  passwordHash: string | null;
  isDemo: boolean;
  mustVerifyEmail: boolean;
  emailVerifiedAt?: SQLNow;
}
type SQLNow = ReturnType<typeof sql>;

/**
 * Until the commit nobody else gets an address: two who register first at the same instant must not both find an empty
 * table, and of two who want one address, one is told that it is taken.
 */
export async function lockAddresses(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-account', 0))`);
}

/** Null where the address is taken. Whoever sets the server up cannot be kept out by mail that does not work yet. */
export async function insertAccount(tx: Executor, account: NewAccount) {
  await lockAddresses(tx);
  const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.isDemo, false)).limit(1);
  const isFirst = !person && !account.isDemo;
  const [created] = await tx
    .insert(users)
    .values({ ...account, role: isFirst ? "admin" : "free", mustVerifyEmail: account.mustVerifyEmail && !isFirst })
    .onConflictDoNothing({ target: users.email })
    .returning({ userId: users.id, role: users.role, mustVerifyEmail: users.mustVerifyEmail });
  return created ?? null;
}

/** The mail with the link that confirms an address; none where one is on its way. */
export async function queueVerification(tx: Executor, { id, email }: { id: string; email: string }) {
  const lifetimeSeconds = VERIFY_TOKEN_SECONDS;
  const token = await issueToken(tx, { userId: id, purpose: "verify-email", email, lifetimeSeconds });
  return token ? [await queueMail(tx, verifyEmailMail(email, token))] : [];
}

/** Somebody registered with the address of an account: its owner hears of it, the visitor does not. */
async function tellOwner(source: AuditSource, email: string): Promise<void> {
  const owner = await findAccountByEmail(email);
  if (!owner || owner.isDemo || owner.suspendedAt) return;
  const mails = await db().transaction(async (tx) => {
    const isPending = owner.mustVerifyEmail && !owner.emailVerifiedAt;
    const queued = isPending
      ? await queueVerification(tx, owner)
      : await queueMailOnce(tx, addressTakenMail(email), TAKEN_MAIL_PAUSE_SECONDS);
    await recordAudit(tx, source, {
      action: "account.sign_in_failed",
      target: { type: "user", id: owner.id },
      after: { method: "register", reason: "email_taken" },
    });
    return queued;
  });
  postMails(mails);
}

/** By whoever runs the machine: a new password, and every session ended. */
export async function resetPassword(userId: string, password: string, source = asOperator()): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db().transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await endSessionsOf(tx, userId);
    await recordAudit(tx, source, {
      action: "user.password_reset_by_operator",
      target: { type: "user", id: userId },
    });
  });
}
