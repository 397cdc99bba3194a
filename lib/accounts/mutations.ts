import "server-only";
import type { AuditSource } from "@/lib/audit/schema";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { mailIsSent } from "@/lib/mail/transport";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction } from "@/lib/work/unit-of-work";
import { inEvenTime } from "./even-time";
import { addressTakenMail } from "./letters";
import { claimAttempt } from "./lockout/gate";
import { addressSubject } from "./lockout/subjects";
import { returnAttempt } from "./lockout/writes";
import { findAccountByEmail } from "./lookups";
import { hashPassword } from "./password";
import { type PasswordFault, passwordFault } from "./passwords/password-rules";
import { type RegisterInput, registerSchema } from "./schema";
import { mailVerification, openAccount } from "./writes";

/** The owner of a taken address gets at most one mail in this time, however often the address is used to register. */
const TAKEN_MAIL_PAUSE_SECONDS = 60 * 60;

type RegisterRefusal = "email_taken" | "too_many_attempts" | `password_${PasswordFault}`;

/**
 * What the visitor does next: sign in, or read their mail. `read-mail` does not reveal whether the address has an
 * account.
 */
export type Registered = { next: "sign-in" } | { next: "read-mail" };

/**
 * Registers a visitor. If this server sends mail, the answer and its time are the same for a new and for a taken
 * address, and the owner of a taken one is told by mail. If it sends no mail, the visitor is told that the address is
 * taken, and each such attempt counts against them.
 */
export async function registerPerson(
  facts: RequestFacts,
  input: RegisterInput,
): Promise<Result<Registered, RegisterRefusal>> {
  return inEvenTime(async () => {
    const attempt = [addressSubject(facts.address)].filter((subject) => subject !== null);
    if ((await claimAttempt(attempt)).locked) return refused("too_many_attempts");
    const source = asVisitor(facts);
    const { name, email, password } = registerSchema.parse(input);
    const fault = passwordFault(password, { name, email });
    const registered = fault ? null : await register(source, { name, email, password });
    if (!fault && !registered) {
      if (!mailIsSent()) return refused("email_taken");
      await tellOwner(source, email);
    }
    await inTransaction(source, (work) => returnAttempt(work, attempt));
    if (fault) return refused(`password_${fault}`);
    return ok({ next: registered && !registered.mustVerifyEmail ? "sign-in" : "read-mail" });
  });
}

/** Returns null if the address is taken. */
async function register(source: AuditSource, { name, email, password }: RegisterInput) {
  const passwordHash = await hashPassword(password);
  const account = { name, email, passwordHash, isDemo: false, mustVerifyEmail: mailIsSent() };
  return inTransaction(source, (work) => openAccount(work, account));
}

/** A visitor tried to register with an account's address: tells the owner, not the visitor. */
async function tellOwner(source: AuditSource, email: string): Promise<void> {
  const owner = await findAccountByEmail(email);
  if (!owner || owner.isDemo || owner.suspendedAt) return;
  await inTransaction(source, async (work) => {
    if (owner.mustVerifyEmail && !owner.emailVerifiedAt) await mailVerification(work, owner);
    else work.mail(addressTakenMail(email), { pauseSeconds: TAKEN_MAIL_PAUSE_SECONDS });
    work.audit({
      action: "account.sign_in_failed",
      target: { type: "user", id: owner.id },
      after: { method: "register", reason: "email_taken" },
    });
  });
}
