import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { FORGOTTEN_AFTER_SECONDS } from "./constants";
import type { LockoutSubject } from "./subjects";

class LockedError extends Error {}

/**
 * Counts an attempt as failed before checking it, in a transaction of its own, so that simultaneous guesses are all
 * counted. Returns `locked` if a subject has to wait, and then counts nothing. `lockedOut` means that the next attempt
 * has to wait.
 */
export async function claimAttempt(
  subjects: readonly LockoutSubject[],
): Promise<{ locked: true } | { locked: false; lockedOut: boolean }> {
  try {
    return await inTransaction(asSystem(), async (work) => {
      let lockedOut = false;
      for (const subject of subjects) if (await claim(work, subject)) lockedOut = true;
      return { locked: false, lockedOut };
    });
  } catch (error) {
    if (error instanceof LockedError) return { locked: true };
    throw error;
  }
}

/** Returns whether the next attempt has to wait. */
async function claim(work: Work, { key, rule }: LockoutSubject): Promise<boolean> {
  const failures = sql`case when f.last_failure_at < now() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})
    then 1 else f.failures + 1 end`;
  const { freeFailures, firstWaitSeconds, longestWaitSeconds } = rule;
  const { rows } = await work.tx.execute<{ waits: boolean }>(sql`
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
