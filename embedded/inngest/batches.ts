import type { Database, Queryable } from "./database";
import { parseDurationMs } from "./durations";
import type { EventBody } from "./events";
import { keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";

export type HoldKind = "batch" | "debounce";

export interface HeldEvents {
  functionId: string;
  events: EventBody[];
}

/**
 * Holds an event back. A batch collects events until it is full or its time is up; a debounce keeps the latest until
 * none has come for a while. Returns the events of a batch that this one filled.
 */
export async function holdEvent(
  tx: Queryable,
  config: FunctionConfig,
  kind: HoldKind,
  event: EventBody,
): Promise<EventBody[] | null> {
  const rule = kind === "batch" ? config.batchEvents : config.debounce;
  const key = keyOf(rule?.key, { event });
  if (kind === "debounce") {
    await debounce(tx, config, key, event);
    return null;
  }
  const [row] = await tx<{ events: string[] }>`
    insert into batches (function_id, kind, key, events, due_at)
    values (${config.id}, 'batch', ${key}, ${[JSON.stringify(event)]},
      now() + make_interval(secs => ${seconds(config.batchEvents?.timeout)}))
    on conflict (function_id, kind, key) do update set events = batches.events || excluded.events
    returning events`;
  if (!row || row.events.length < (config.batchEvents?.maxSize ?? 1)) return null;
  await tx`delete from batches where function_id = ${config.id} and kind = 'batch' and key = ${key}`;
  return row.events.map((text) => JSON.parse(text) as EventBody);
}

async function debounce(tx: Queryable, config: FunctionConfig, key: string, event: EventBody): Promise<void> {
  const { period, timeout } = config.debounce ?? { period: "0" };
  const periodSeconds = seconds(period);
  // Without a limit a debounce could be delayed for ever. Events are kept for a week.
  const limitSeconds = timeout ? seconds(timeout) : 604_800;
  await tx`
    insert into batches (function_id, kind, key, events, due_at)
    values (${config.id}, 'debounce', ${key}, ${[JSON.stringify(event)]}, now() + make_interval(secs => ${periodSeconds}))
    on conflict (function_id, kind, key) do update set events = excluded.events,
      due_at = least(excluded.due_at, batches.opened_at + make_interval(secs => ${limitSeconds}))`;
}

function seconds(text: string | undefined): number {
  return (parseDurationMs(text ?? "") ?? 0) / 1000;
}

/** Takes one batch or debounce that is due and gives its events to `start`, in one transaction. */
export async function releaseDueBatch(
  database: Database,
  start: (tx: Queryable, held: HeldEvents) => Promise<void>,
): Promise<boolean> {
  return database.begin(async (tx) => {
    const [row] = await tx<{ function_id: string; events: string[] }>`
      delete from batches where (function_id, kind, key) in (
        select function_id, kind, key from batches where due_at <= now()
        order by due_at limit 1 for update skip locked)
      returning function_id, events`;
    if (!row) return false;
    await start(tx, { functionId: row.function_id, events: row.events.map((text) => JSON.parse(text) as EventBody) });
    return true;
  });
}
