import type { Queryable } from "./database";
import { ulid } from "./ulid";

/** An event in the form that functions receive. */
export interface EventBody {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: unknown;
  v?: unknown;
  meta?: unknown;
}

export const internalEvent = {
  finished: "inngest/function.finished",
  failed: "inngest/function.failed",
  cancelled: "inngest/function.cancelled",
  invoked: "inngest/function.invoked",
  scheduled: "inngest/scheduled.timer",
} as const;

/** Only the executor may use these names: a forged `function.finished` would resume an invoking run. */
export const reservedPrefix = "inngest/";

export function newEvent(name: string, data: Record<string, unknown>): EventBody {
  return { id: ulid(), name, data, ts: Date.now() };
}

/** Appends events from the executor itself. They are routed like any others. */
export async function emit(tx: Queryable, events: EventBody[]): Promise<void> {
  for (const event of events) {
    await tx`insert into events (id, name, body) values (${event.id}, ${event.name}, ${JSON.stringify(event)})`;
  }
}
