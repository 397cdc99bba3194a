import { admitEvent } from "./admission";
import { type Database, isTransient, type Queryable } from "./database";
import { parseMoment } from "./durations";
import { type EventBody, internalEvent } from "./events";
import { matches } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { type Log, reason } from "./log";
import type { Registry } from "./registry";
import { finishRun, lockUnfinishedRun } from "./runs";
import { resumeEventWaits, resumeInvokeWaits } from "./waits";

interface EventRow {
  seq: string;
  body: string;
}

const eventsPerTransaction = 25;

/**
 * Routes accepted events in the order they came: starts, cancels and resumes runs. Returns how many. An event that
 * cannot be routed is set aside with its error, so that it does not hold up the others.
 */
export async function routeEvents(database: Database, registry: Registry, log: Log): Promise<number> {
  try {
    return await routeSome(database, registry, eventsPerTransaction);
  } catch (error) {
    if (isTransient(error)) throw error;
    return routeOne(database, registry, log);
  }
}

async function routeOne(database: Database, registry: Registry, log: Log): Promise<number> {
  try {
    return await routeSome(database, registry, 1);
  } catch (error) {
    if (isTransient(error)) throw error;
    log.error({ reason: reason(error) }, "an event could not be routed");
    await database`
      update events set routed_at = now(), routing_error = ${reason(error)}
      where seq = (select seq from events where routed_at is null order by seq limit 1)`;
    return 1;
  }
}

async function routeSome(database: Database, registry: Registry, limit: number): Promise<number> {
  return database.begin(async (tx) => {
    const rows = await tx<EventRow>`
      select seq::text, body from events where routed_at is null
      order by events.seq limit ${limit} for update skip locked`;
    for (const { body } of rows) await routeEvent(tx, registry, JSON.parse(body) as EventBody);
    await tx`update events set routed_at = now() where seq = any(${rows.map(({ seq }) => seq)}::bigint[])`;
    return rows.length;
  });
}

async function routeEvent(tx: Queryable, registry: Registry, event: EventBody): Promise<void> {
  if (event.name === internalEvent.finished) await resumeInvokeWaits(tx, event);
  await resumeEventWaits(tx, event);
  for (const config of registry.all()) {
    // Cancelling comes first, because an event must not cancel the run that it starts.
    await cancelRuns(tx, config, event);
    if (isTriggered(config, event)) await admitEvent(tx, config, event);
  }
}

function isTriggered(config: FunctionConfig, event: EventBody): boolean {
  // A function that listens for the ends of runs must not be started by the end of its own.
  if (event.name.startsWith("inngest/function.") && event.data.function_id === config.id) return false;
  return config.triggers.some(
    (trigger) => "event" in trigger && namesMatch(trigger.event, event.name) && matches(trigger.expression, { event }),
  );
}

/** A trigger may end in `*`, which matches the rest of any name. */
function namesMatch(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1)));
}

async function cancelRuns(tx: Queryable, config: FunctionConfig, event: EventBody): Promise<void> {
  const rules = (config.cancel ?? []).filter((rule) => rule.event === event.name);
  if (rules.length === 0) return;
  const runs = await tx<{ id: string; events: string; created_at: Date }>`
    select id, events, created_at from runs
    where function_id = ${config.id} and status in ('queued', 'running') order by id`;
  for (const run of runs) {
    const [own] = JSON.parse(run.events) as EventBody[];
    const applies = rules.some(
      (rule) => stillValid(rule.timeout, run.created_at) && matches(rule.if, { event: own, async: event }),
    );
    if (applies && (await lockUnfinishedRun(tx, run.id))) await finishRun(tx, run.id, { status: "cancelled" });
  }
}

function stillValid(timeout: string | undefined, createdAt: Date): boolean {
  const until = timeout ? parseMoment(timeout, createdAt.getTime()) : null;
  return until === null || Date.now() <= until.getTime();
}
