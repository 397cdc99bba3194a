import type { Database, Queryable } from "./database";
import type { EventBody } from "./events";
import { matches } from "./expressions";
import { lockUnfinishedRun } from "./runs";
import { continueRun, memoizeStep, type StepResult } from "./steps";

interface WaitRow {
  run_id: string;
  step_id: string;
  kind: "sleep" | "event" | "invoke";
  expression: string | null;
}

export interface NewWait {
  runId: string;
  stepId: string;
  kind: WaitRow["kind"];
  dueAt: Date | null;
  eventName?: string;
  expression?: string | undefined;
  childRunId?: string;
}

export async function addWait(tx: Queryable, wait: NewWait): Promise<void> {
  await tx`
    insert into waits (run_id, step_id, kind, event_name, expression, child_run_id, due_at)
    values (${wait.runId}, ${wait.stepId}, ${wait.kind}, ${wait.eventName ?? null}, ${wait.expression ?? null},
      ${wait.childRunId ?? null}, ${wait.dueAt})`;
}

/** Resumes the runs that wait for an event of this name and match it. */
export async function resumeEventWaits(tx: Queryable, event: EventBody): Promise<void> {
  const waits = await tx<WaitRow & { events: string }>`
    select w.run_id, w.step_id, w.kind, w.expression, r.events from waits w join runs r on r.id = w.run_id
    where w.event_name = ${event.name} order by w.run_id`;
  for (const wait of waits) {
    const [own] = JSON.parse(wait.events) as EventBody[];
    if (matches(wait.expression, { event: own, async: event })) await resolve(tx, wait, { data: event });
  }
}

/** Resumes the run that invoked the one whose end `inngest/function.finished` reports. */
export async function resumeInvokeWaits(tx: Queryable, { data }: EventBody): Promise<void> {
  const waits = await tx<WaitRow>`
    select run_id, step_id, kind, expression from waits where child_run_id = ${String(data.run_id)}`;
  const result = "error" in data ? { error: data.error } : { data: data.result ?? null };
  for (const wait of waits) await resolve(tx, wait, result);
}

const resultWhenDue = {
  sleep: { data: null },
  event: { data: null },
  invoke: { error: { name: "InvokeTimeoutError", message: "the invoked function did not finish in time" } },
} satisfies Record<WaitRow["kind"], StepResult>;

/** Ends one wait whose time is up. Returns false if there is none. */
export async function resolveDueWait(database: Database): Promise<boolean> {
  return database.begin(async (tx) => {
    const [wait] = await tx<WaitRow>`
      select run_id, step_id, kind, expression from waits where due_at <= now() order by due_at limit 1`;
    if (!wait) return false;
    await resolve(tx, wait, resultWhenDue[wait.kind]);
    return true;
  });
}

async function resolve(tx: Queryable, wait: WaitRow, result: StepResult): Promise<void> {
  const run = await lockUnfinishedRun(tx, wait.run_id);
  const taken = await tx`
    delete from waits where run_id = ${wait.run_id} and step_id = ${wait.step_id} returning 1`;
  if (!run || taken.length === 0) return;
  await memoizeStep(tx, { runId: wait.run_id, id: wait.step_id, name: "", op: "", race: false }, result);
  await continueRun(tx, wait.run_id, wait.step_id);
}
