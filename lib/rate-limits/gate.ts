import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { LONG_WINDOW_SECONDS, type RateClass, SHORT_WINDOW_SECONDS } from "./constants";
import { counterKey, quotaFor, type RateSubject } from "./policy";
import type { RateVerdict } from "./verdict";

/** The row's counts, with expired windows taken as empty. */
const shortCount = sql`case when rate_limits.short_expires_at <= now() then 0 else rate_limits.short_count end`;
const longCount = sql`case when rate_limits.long_expires_at <= now() then 0 else rate_limits.long_count end`;

/**
 * Counts one request of `subject` if both windows have room for it, and returns whether they had. It is one statement:
 * the row's lock puts requests of all processes in order, and only the database's clock counts.
 */
export async function takeRequest(rateClass: RateClass, subject: RateSubject): Promise<RateVerdict> {
  const quota = quotaFor(rateClass, subject);
  const hasRoom = sql`(${shortCount} < ${quota.perMinute} and ${longCount} < ${quota.perHour})`;
  const { rows } = await db().execute<StoredCounter>(sql`
    insert into rate_limits
      (key, short_count, short_expires_at, long_count, long_expires_at, admitted, refused)
    values (${counterKey(rateClass, subject)},
      1, now() + make_interval(secs => ${SHORT_WINDOW_SECONDS}),
      1, now() + make_interval(secs => ${LONG_WINDOW_SECONDS}), true, 0)
    on conflict (key) do update set
      short_count = ${shortCount} + ${hasRoom}::int,
      short_expires_at = case when rate_limits.short_expires_at <= now()
        then excluded.short_expires_at else rate_limits.short_expires_at end,
      long_count = ${longCount} + ${hasRoom}::int,
      long_expires_at = case when rate_limits.long_expires_at <= now()
        then excluded.long_expires_at else rate_limits.long_expires_at end,
      admitted = ${hasRoom},
      refused = case when rate_limits.long_expires_at <= now() then 0 else rate_limits.refused end
        + (not ${hasRoom})::int
    returning admitted, short_count, long_count,
      extract(epoch from short_expires_at - now())::float8 as short_seconds,
      extract(epoch from long_expires_at - now())::float8 as long_seconds`);
  const [counter] = rows;
  if (!counter) throw new Error("upsert returned no row");
  return {
    rateClass,
    quota,
    admitted: counter.admitted,
    short: windowOf(quota.perMinute, counter.short_count, counter.short_seconds),
    long: windowOf(quota.perHour, counter.long_count, counter.long_seconds),
  };
}

interface StoredCounter extends Record<string, unknown> {
  admitted: boolean;
  short_count: number;
  long_count: number;
  short_seconds: number;
  long_seconds: number;
}

function windowOf(limit: number, count: number, seconds: number) {
  return { remaining: Math.max(0, limit - count), resetSeconds: Math.max(1, Math.ceil(seconds)) };
}
