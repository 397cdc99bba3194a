import "server-only";
import { eq, sql } from "drizzle-orm";
import { signInFailures } from "@/db/schema/sign-in-failures";
import type { Work } from "@/lib/work/unit-of-work";
import type { LockoutSubject } from "./subjects";

/** Uncounts an attempt because the password was right, whether or not a second step follows. */
export async function returnAttempt(work: Work, subjects: readonly LockoutSubject[]): Promise<void> {
  for (const { key } of subjects) {
    await work.tx
      .update(signInFailures)
      .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)`, lockedUntil: null })
      .where(eq(signInFailures.subject, key));
  }
}

/** Forgets all failures of a subject, because its owner has signed in. */
export async function clearAttempts(work: Work, { key }: LockoutSubject): Promise<void> {
  await work.tx.delete(signInFailures).where(eq(signInFailures.subject, key));
}

interface Failure {
  /** Left out if no account has the address that was tried. The typed address is not recorded. */
  accountId?: string | undefined;
  reason: string;
  lockedOut: boolean;
}

export function recordFailure(work: Work, { accountId, reason, lockedOut }: Failure) {
  const target = accountId ? { target: { type: "user", id: accountId } } : {};
  work.audit({ action: "account.sign_in_failed", ...target, after: { reason } });
  if (lockedOut) work.audit({ action: "account.locked_out", ...target });
}
