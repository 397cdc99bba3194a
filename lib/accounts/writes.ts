import "server-only";
import { eq, sql } from "drizzle-orm";
import { personSettings } from "@/db/schema/person-settings";
import { users } from "@/db/schema/users";
import { FIRST_LANGUAGE, LANGUAGES, type Language } from "@/lib/language/constants";
import type { Work } from "@/lib/work/unit-of-work";
import { VERIFY_TOKEN_SECONDS } from "./constants";
import { verifyEmailMail } from "./letters";
import { issueToken } from "./tokens/writes";

export interface NewAccount {
  name: string;
  email: string;
  passwordHash: string | null;
  isDemo: boolean;
  mustVerifyEmail: boolean;
  emailVerifiedAt?: SQLNow;
  /** Of the request that makes it. */
  language?: Language;
}
type SQLNow = ReturnType<typeof sql>;

/**
 * Keeps others from taking an address until the commit. Of two simultaneous first registrations only one may find an
 * empty table, and of two for the same address one is told that it is taken.
 */
export async function lockAddresses(work: Work): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-account', 0))`);
}

/**
 * Returns null if the address is taken. The first account need not confirm its address: mail may not work yet, and
 * whoever sets up the server must not be locked out.
 */
export async function insertAccount(work: Work, { language = LANGUAGES[0], ...account }: NewAccount) {
  await lockAddresses(work);
  const [person] = await work.tx.select({ id: users.id }).from(users).where(eq(users.isDemo, false)).limit(1);
  const isFirst = !person && !account.isDemo;
  const [created] = await work.tx
    .insert(users)
    .values({ ...account, role: isFirst ? "admin" : "free", mustVerifyEmail: account.mustVerifyEmail && !isFirst })
    .onConflictDoNothing({ target: users.email })
    .returning({ userId: users.id, role: users.role, mustVerifyEmail: users.mustVerifyEmail });
  if (!created) return null;
  if (language !== LANGUAGES[0])
    await work.tx.insert(personSettings).values({ userId: created.userId, choices: { [FIRST_LANGUAGE]: language } });
  return created;
}

/** Mails the link that confirms an address. Returns false if one has just been sent. */
export async function mailVerification(work: Work, { id, email }: { id: string; email: string }): Promise<boolean> {
  const lifetimeSeconds = VERIFY_TOKEN_SECONDS;
  const token = await issueToken(work, { userId: id, purpose: "verify-email", email, lifetimeSeconds });
  if (token) work.mail(verifyEmailMail(email, token));
  return token !== null;
}

/**
 * Makes an account with a password and mails the link that confirms its address. Returns null if the address is taken.
 */
export async function openAccount(work: Work, account: NewAccount, invitationId: string | null = null) {
  const created = await insertAccount(work, account);
  if (!created) return null;
  if (!account.isDemo && !account.emailVerifiedAt)
    await mailVerification(work, { id: created.userId, email: account.email });
  work.audit({
    action: "account.registered",
    target: { type: "user", id: created.userId },
    after: { role: created.role, method: "password", ...(invitationId ? { invitationId } : {}) },
  });
  return created;
}
