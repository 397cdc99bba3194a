import { holdEvent } from "./batches";
import type { Queryable } from "./database";
import { parseDurationMs } from "./durations";
import type { EventBody } from "./events";
import { keyOf, matches } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { createRun, finishRun, lockUnfinishedRun } from "./runs";
import { ulid } from "./ulid";

const idempotencyHours = 24;

/** Lets an event that matched a function's trigger start a run, or join a batch or debounce that starts one later. */
export async function admitEvent(tx: Queryable, config: FunctionConfig, event: EventBody): Promise<void> {
  if (!(await claimIdempotencyKey(tx, config, event))) return;
  if (config.debounce) {
    await holdEvent(tx, config, "debounce", event);
  } else if (config.batchEvents && matches(config.batchEvents.if, { event })) {
    const full = await holdEvent(tx, config, "batch", event);
    if (full) await startRun(tx, config, full);
  } else {
    await startRun(tx, config, [event]);
  }
}

/** Starts a run with these events unless a rate limit or singleton forbids it. A throttle may delay it. */
export async function startRun(
  tx: Queryable,
  config: FunctionConfig,
  events: EventBody[],
  notBefore?: Date,
): Promise<void> {
  const event = events[0];
  if (!event) return;
  const rateKey = config.rateLimit ? keyOf(config.rateLimit.key, { event }) : undefined;
  if (rateKey && !(await underRateLimit(tx, config, rateKey))) return;
  if (config.singleton && !(await yieldSingleton(tx, config, event))) return;
  const dates = [notBefore, futureDate(event), await throttledStart(tx, config, event)];
  const startAtMs = Math.max(...dates.map((date) => date?.getTime() ?? 0));
  await createRun(tx, config, events, { startAt: startAtMs > 0 ? new Date(startAtMs) : undefined, rateKey });
}

function futureDate(event: EventBody): Date | undefined {
  return event.ts > Date.now() ? new Date(event.ts) : undefined;
}

/** Returns false if an event with the same key was admitted in the past 24 hours. */
async function claimIdempotencyKey(tx: Queryable, config: FunctionConfig, event: EventBody): Promise<boolean> {
  if (!config.idempotency) return true;
  const rows = await tx`
    insert into idempotency (function_id, key, run_id, expires_at)
    values (${config.id}, ${keyOf(config.idempotency, { event })}, ${ulid()},
      now() + make_interval(hours => ${idempotencyHours}))
    on conflict (function_id, key) do update set expires_at = excluded.expires_at where idempotency.expires_at < now()
    returning 1`;
  return rows.length > 0;
}

async function underRateLimit(tx: Queryable, config: FunctionConfig, rateKey: string): Promise<boolean> {
  const { limit, period } = config.rateLimit ?? { limit: Number.POSITIVE_INFINITY, period: "0" };
  const [recent] = await tx<{ count: number }>`
    select count(*)::int as count from runs
    where function_id = ${config.id} and rate_key = ${rateKey}
      and created_at > now() - make_interval(secs => ${(parseDurationMs(period) ?? 0) / 1000})`;
  return (recent?.count ?? 0) < limit;
}

/** Of runs with the same singleton key only one continues: the older (`skip`) or the newer (`cancel`). */
async function yieldSingleton(tx: Queryable, config: FunctionConfig, event: EventBody): Promise<boolean> {
  const key = keyOf(config.singleton?.key, { event });
  const rivals = await tx<{ id: string }>`
    select id from runs
    where function_id = ${config.id} and singleton_key = ${key} and status in ('queued', 'running') order by id`;
  if (config.singleton?.mode === "skip") return rivals.length === 0;
  for (const { id } of rivals) {
    if (await lockUnfinishedRun(tx, id)) await finishRun(tx, id, { status: "cancelled" });
  }
  return true;
}

/** Generic cell rate algorithm: starts are spaced by period ÷ limit, and up to `burst` may come at once. */
async function throttledStart(tx: Queryable, config: FunctionConfig, event: EventBody): Promise<Date | undefined> {
  if (!config.throttle) return undefined;
  const { limit, period, burst = 1, key } = config.throttle;
  const spacingSeconds = (parseDurationMs(period) ?? 0) / 1000 / limit;
  const [row] = await tx<{ start_at: Date }>`
    insert into throttles (function_id, key, next_start_at)
    values (${config.id}, ${keyOf(key, { event })}, now() + make_interval(secs => ${spacingSeconds}))
    on conflict (function_id, key) do update
      set next_start_at = greatest(now(), throttles.next_start_at) + make_interval(secs => ${spacingSeconds})
    returning greatest(now(), next_start_at - make_interval(secs => ${spacingSeconds * Math.max(1, burst)})) as start_at`;
  return row && row.start_at.getTime() > Date.now() ? row.start_at : undefined;
}
