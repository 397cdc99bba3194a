import "server-only";
import { desc, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { RATE_CLASSES, type RateClass } from "./constants";

/** A live counter, for the admin. Times are ISO 8601. */
export interface RateCounter {
  rateClass: RateClass;
  subjectKind: "user" | "key" | "address";
  /** Id of the person or key, or the address. */
  subject: string;
  minuteCount: number;
  hourCount: number;
  /** Requests refused since the hour's window began. */
  refused: number;
  /** When the hour's window ends. */
  renewsAt: string;
}

/** Counters of the current hour. Those that refused most come first. */
export async function listRateCounters(actor: Actor, limit = 200): Promise<RateCounter[]> {
  requirePermission(actor, "system:observe");
  const { key, longCount, longExpiresAt, refused } = rateLimits;
  const minuteCount = sql<number>`case when ${rateLimits.shortExpiresAt} <= now() then 0 else ${rateLimits.shortCount} end`;
  const rows = await db()
    .select({ key, minuteCount, hourCount: longCount, refused, renewsAt: longExpiresAt })
    .from(rateLimits)
    .where(gt(longExpiresAt, sql`now()`))
    .orderBy(desc(refused), desc(longCount))
    .limit(limit);
  return rows.flatMap(({ key: stored, renewsAt, ...counts }) => {
    const subject = subjectOfKey(stored);
    return subject ? [{ ...subject, ...counts, renewsAt: renewsAt.toISOString() }] : [];
  });
}

/** Returns null for a class of an earlier version. An IPv6 address itself contains colons. */
function subjectOfKey(key: string): Pick<RateCounter, "rateClass" | "subjectKind" | "subject"> | null {
  const [name, kind, ...rest] = key.split(":");
  const rateClass = RATE_CLASSES.find((one) => one === name);
  const subjectKind = (["user", "key", "address"] as const).find((one) => one === kind);
  return rateClass && subjectKind ? { rateClass, subjectKind, subject: rest.join(":") } : null;
}
