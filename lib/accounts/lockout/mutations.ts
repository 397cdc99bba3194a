import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { signInFailures } from "@/db/schema/sign-in-failures";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditSource } from "@/lib/audit/schema";
import { FORGOTTEN_AFTER_SECONDS } from "./constants";
import type { LockoutSubject } from "./subjects";

class LockedError extends Error {}

/**
 * Counts an attempt as failed before it is looked at, so that any number of guesses at once are counted one by one.
 * `locked` where one of the subjects must wait: then nothing is counted. `lockedOut` says that no further guess is free.
 */
export async function claimAttempt(
  subjects: readonly LockoutSubject[],
): Promise<{ locked: true } | { locked: false; lockedOut: boolean }> {
  try {
    return await db().transaction(async (tx) => {
      let lockedOut = false;
      for (const subject of subjects) if (await claim(tx, subject)) lockedOut = true;
      return { locked: false, lockedOut };
    });
  } catch (error) {
    if (error instanceof LockedError) return { locked: true };
    throw error;
  }
}

/** Whether this attempt is one that others now have to wait after. */
async function claim(tx: Executor, { key, rule }: LockoutSubject): Promise<boolean> {
  const failures = sql`case when f.last_failure_at < now() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})
    then 1 else f.failures + 1 end`;
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = rule;
  const { rows } = await tx.execute<{ waits: boolean }>(sql`
    insert into sign_in_failures as f (subject, failures, last_failure_at) values (${key}, 1, now())
    on conflict (subject) do update set
      failures = ${failures},
      last_failure_at = now(),
      locked_until = case when ${failures} >= ${freeFailures}::int then now() + make_interval(secs =>
        least(${longestWaitSeconds}::float8, ${firstWaitSeconds}::float8 * 2 ^ least(${failures} - ${freeFailures}::int, 30))) end
    where f.locked_until is null or f.locked_until <= now()
    returning f.locked_until is not null as waits`);
  const [row] = rows;
  if (!row) throw new LockedError("locked");
  return row.waits;
}

/** The attempt was none: the password was right and something else is still to come, or all of it was right. */
export async function returnAttempt(tx: Executor, subjects: readonly LockoutSubject[]): Promise<void> {
  for (const { key } of subjects) {
    await tx
      .update(signInFailures)
      .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)`, lockedUntil: null })
      .where(eq(signInFailures.subject, key));
  }
}

/** Forgets every failure of a subject: its owner is here. */
export async function clearAttempts(tx: Executor, { key }: LockoutSubject): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.subject, key));
}

interface Failure {
  /** Left out where nobody has the address that was tried; what was typed is not recorded. */
  accountId?: string | undefined;
  reason: string;
  lockedOut: boolean;
}

export async function recordFailure(tx: Executor, source: AuditSource, { accountId, reason, lockedOut }: Failure) {
  const target = accountId ? { target: { type: "user", id: accountId } } : {};
  await recordAudit(tx, source, { action: "account.sign_in_failed", ...target, after: { reason } });
  if (lockedOut) await recordAudit(tx, source, { action: "account.locked_out", ...target });
}

export async function sweepAttempts(): Promise<number> {
  const forgotten = sql`now() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})`;
  const swept = await db().delete(signInFailures).where(lt(signInFailures.lastFailureAt, forgotten));
  return swept.rowCount ?? 0;
}
