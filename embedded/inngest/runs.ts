import { slotsOf } from "./concurrency";
import type { Queryable } from "./database";
import { parseDurationMs } from "./durations";
import { type EventBody, emit, internalEvent, newEvent } from "./events";
import { evaluate, keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { enqueueCall } from "./queue";
import { ulid } from "./ulid";

export interface RunRow {
  id: string;
  function_id: string;
  status: "queued" | "running" | "completed" | "failed" | "cancelled";
  events: string;
  parallel: boolean;
}

/** How a run ends. `result` is the JSON text of its return value. */
export type Outcome =
  | { status: "completed"; result: string }
  | { status: "failed"; error: StepFailure }
  | { status: "cancelled" };

export interface StepFailure {
  name: string;
  message: string;
  stack?: string;
}

const maxPrioritySeconds = 600;

/** Creates a run and its first call, due at `startAt` (by default now). Returns the run's id. */
export async function createRun(
  tx: Queryable,
  config: FunctionConfig,
  events: EventBody[],
  { startAt, rateKey }: { startAt?: Date | undefined; rateKey?: string | undefined } = {},
): Promise<string> {
  const id = ulid();
  const scope = { event: events[0] };
  const dueAt = startAt ?? new Date();
  const startTimeoutMs = parseDurationMs(config.timeouts?.start ?? "");
  const rank = new Date(Date.now() - prioritySeconds(config, scope) * 1000);
  await tx`
    insert into runs (id, function_id, status, events, slots, rank, singleton_key, rate_key, deadline_at)
    values (${id}, ${config.id}, 'queued', ${JSON.stringify(events)}, ${slotsOf(config, scope)}, ${rank},
      ${config.singleton ? keyOf(config.singleton.key, scope) : null}, ${rateKey ?? null},
      ${startTimeoutMs === null ? null : new Date(dueAt.getTime() + startTimeoutMs)})`;
  await enqueueCall(tx, id, "step", startAt);
  return id;
}

function prioritySeconds(config: FunctionConfig, scope: { event: unknown }): number {
  const value = config.priority?.run ? Number(evaluate(config.priority.run, scope) ?? 0) : 0;
  return Number.isFinite(value) ? Math.max(-maxPrioritySeconds, Math.min(maxPrioritySeconds, value)) : 0;
}

/** The run, locked until the transaction ends, or null if it is over. Every change of a run begins here. */
export async function lockUnfinishedRun(tx: Queryable, runId: string): Promise<RunRow | null> {
  const [run] = await tx<RunRow>`
    select id, function_id, status, events, parallel from runs
    where id = ${runId} and status in ('queued', 'running') for update`;
  return run ?? null;
}

/** Ends a run, drops its waits and announces its end. Returns false if it had already ended. */
export async function finishRun(tx: Queryable, runId: string, outcome: Outcome): Promise<boolean> {
  const result = outcome.status === "completed" ? outcome.result : JSON.stringify(errorOf(outcome));
  const [run] = await tx<RunRow>`
    update runs set status = ${outcome.status}, result = ${result}, finished_at = now(), deadline_at = null
    where id = ${runId} and status in ('queued', 'running')
    returning id, function_id, status, events, parallel`;
  if (!run) return false;
  await tx`delete from queue where run_id = ${runId}`;
  await tx`delete from waits where run_id = ${runId}`;
  await emit(tx, endEvents(run, outcome));
  return true;
}

function errorOf(outcome: Outcome): StepFailure {
  return outcome.status === "failed"
    ? outcome.error
    : { name: "FunctionCancelled", message: "the function run was cancelled" };
}

function endEvents(run: RunRow, outcome: Outcome): EventBody[] {
  const events = JSON.parse(run.events) as EventBody[];
  const about = { function_id: run.function_id, run_id: run.id, event: events[0], events };
  if (outcome.status === "completed") {
    return [newEvent(internalEvent.finished, { ...about, result: JSON.parse(outcome.result) as unknown })];
  }
  const data = { ...about, error: errorOf(outcome) };
  const name = outcome.status === "failed" ? internalEvent.failed : internalEvent.cancelled;
  return [newEvent(internalEvent.finished, data), newEvent(name, data)];
}
