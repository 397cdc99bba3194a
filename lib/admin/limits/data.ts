import "server-only";
import { desc, eq, gt, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { signInFailures } from "@/db/schema/sign-in-failures";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { listRateCounters } from "@/lib/rate-limits/data";
import { quotaFor } from "@/lib/rate-limits/policy";
import type { CounterRow, LockoutRow } from "./schema";

const LOCKOUTS_MAX = 200;

/** Requests counted in the current hour. Those who were refused most come first. */
export async function listCounters(actor: Actor): Promise<CounterRow[]> {
  requirePermission(actor, "system:observe");
  const counters = await listRateCounters(actor);
  const idsOf = (kind: string) => counters.filter((row) => row.subjectKind === kind).map(({ subject }) => subject);
  const [people, keys] = await Promise.all([namesOfPeople(idsOf("user")), namesOfKeys(idsOf("key"))]);
  const known = new Map([...people, ...keys].map((row) => [row.subject, row]));
  return counters.map((counter) => {
    const holder = known.get(counter.subject);
    const { perMinute, perHour } = quotaFor(
      counter.rateClass,
      counter.subjectKind === "key"
        ? { kind: "key", id: counter.subject, requestsPerMinute: holder?.requestsPerMinute ?? null }
        : { kind: "user", id: counter.subject },
    );
    return { ...counter, email: holder?.email ?? null, userId: holder?.userId ?? null, perMinute, perHour };
  });
}

interface Holder {
  subject: string;
  userId: string;
  email: string;
  requestsPerMinute: number | null;
}

async function namesOfPeople(ids: string[]): Promise<Holder[]> {
  if (ids.length === 0) return [];
  const { id, email } = users;
  const rows = await db().select({ subject: id, userId: id, email }).from(users).where(inArray(id, ids));
  return rows.map((row) => ({ ...row, requestsPerMinute: null }));
}

async function namesOfKeys(ids: string[]): Promise<Holder[]> {
  if (ids.length === 0) return [];
  return db()
    .select({
      subject: apiKeys.id,
      userId: users.id,
      email: users.email,
      requestsPerMinute: apiKeys.requestsPerMinute,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(inArray(apiKeys.id, ids));
}

/** Accounts and addresses with failed sign-ins, locked ones first. */
export async function listLockouts(actor: Actor): Promise<LockoutRow[]> {
  requirePermission(actor, "system:observe");
  const { subject, failures, lastFailureAt } = signInFailures;
  const lockedUntil = sql<Date | null>`case when ${signInFailures.lockedUntil} > now()
    then ${signInFailures.lockedUntil} end`.mapWith(lastFailureAt);
  const rows = await db()
    .select({ subject, failures, lastFailureAt, lockedUntil })
    .from(signInFailures)
    .where(gt(failures, 0))
    .orderBy(sql`${lockedUntil} desc nulls last`, desc(lastFailureAt))
    .limit(LOCKOUTS_MAX);
  return rows.map((row) => ({
    ...row,
    lastFailureAt: row.lastFailureAt.toISOString(),
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
  }));
}
