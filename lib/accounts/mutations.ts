import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditSource } from "@/lib/audit/schema";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Language } from "@/lib/language/constants";
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
import { takeRegistration } from "./registration/gate";
import { findAdmission } from "./registration/lookups";
import type { RegistrationRefusal } from "./registration/schema";
import { forgetSetupCode } from "./registration/setup-notice";
import { admit, spendInvitation } from "./registration/writes";
import { type RegisterInput, type RegisterOutput, registerSchema } from "./schema";
import { mailVerification, openAccount } from "./writes";

/** The owner of a taken address gets at most one mail in this time, however often the address is used to register. */
const TAKEN_MAIL_PAUSE_SECONDS = 60 * 60;

type RegisterRefusal =
  | "email_taken"
  | "too_many_attempts"
  | "too_many_registrations"
  | `password_${PasswordFault}`
  | RegistrationRefusal;

/**
 * What the visitor does next: sign in, or read their mail. `read-mail` does not reveal whether the address has an
 * account. The first person learns that they administer the server.
 */
export type Registered = { next: "sign-in"; isAdmin: boolean } | { next: "read-mail" };

interface Newcomer extends RequestFacts {
  /** What their page was written in: letters are, too, until they choose. */
  language?: Language;
}

/**
 * Registers a visitor, if this server lets them. If it sends mail, the answer and its time are the same for a new and
 * for a taken address, and the owner of a taken one is told by mail. If it sends no mail, the visitor is told that the
 * address is taken, and each such attempt counts against them.
 */
export async function registerPerson(
  visitor: Newcomer,
  input: RegisterInput,
): Promise<Result<Registered, RegisterRefusal>> {
  return inEvenTime(async () => {
    if (!(await takeRegistration(visitor))) return refused("too_many_registrations");
    const attempt = [addressSubject(visitor.address)].filter((subject) => subject !== null);
    if ((await claimAttempt(attempt)).locked) return refused("too_many_attempts");
    const source = asVisitor(visitor);
    const parsed = registerSchema.parse(input);
    const registered = await register(source, parsed, visitor.language);
    const isTaken = !registered.ok && registered.reason === "email_taken";
    if (isTaken && !mailIsSent()) return registered;
    if (isTaken) await tellOwner(source, parsed.email);
    await inTransaction(source, (work) => returnAttempt(work, attempt));
    if (isTaken) return ok({ next: "read-mail" });
    if (!registered.ok) return registered;
    const { mustVerifyEmail, role } = registered.value;
    if (role === "admin") await forgetSetupCode();
    return ok(mustVerifyEmail ? { next: "read-mail" } : { next: "sign-in", isAdmin: role === "admin" });
  });
}

/** Makes the account. Asks twice whether the visitor may have one: first before any work, then before the commit. */
async function register(source: AuditSource, input: RegisterOutput, language?: Language) {
  const { name, email, password, ...entry } = input;
  const candidate = { ...entry, email, isEmailProven: false };
  const first = await findAdmission(db(), candidate);
  if (!first.ok) return first;
  const fault = passwordFault(password, { name, email });
  if (fault) return refused(`password_${fault}` as const);
  const passwordHash = await hashPassword(password);
  return inTransaction(source, async (work) => {
    const admitted = await admit(work, candidate);
    if (!admitted.ok) return admitted;
    const { invitationId, provesEmail } = admitted.value;
    const account = {
      ...{ name, email, passwordHash, isDemo: false },
      ...(language && { language }),
      mustVerifyEmail: mailIsSent() && !provesEmail,
      ...(mailIsSent() && provesEmail ? { emailVerifiedAt: sql`now()` } : {}),
    };
    const created = await openAccount(work, account, invitationId);
    if (!created) return refused("email_taken");
    await spendInvitation(work, invitationId, created.userId);
    return ok(created);
  });
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
