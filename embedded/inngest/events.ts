import type { Queryable } from "./database";
import { ulid } from "./ulid";

/** An event as functions receive it. */
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

/** Names that only the executor may use: a forged `function.finished` would resume an invoking run. */
export const reservedPrefix = "inngest/";

export function newEvent(name: string, data: Record<string, unknown>): EventBody {
  return { id: ulid(), name, data, ts: Date.now() };
}

/** Appends events that the executor itself emits; they are routed like any other. */
export async function emit(tx: Queryable, events: EventBody[]): Promise<void> {
  for (const event of events) {
    await tx`insert into events (id, name, body) values (${event.id}, ${event.name}, ${JSON.stringify(event)})`;
  }
}
