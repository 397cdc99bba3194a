import "server-only";
import { inngest } from "@/lib/events/executor-client";
import { logger } from "@/lib/platform/logger";

const SEND_TIMEOUT_MS = 5_000;
const EVENTS_PER_REQUEST = 200;

/** An event for the executor. Two with the same `id` within a day start only one run. */
export interface OutgoingEvent {
  id: string;
  name: string;
  payload: unknown;
}

/** Sends events to the executor in order. Returns those it accepted; the others stay in the outbox. */
export async function sendToExecutor(events: readonly OutgoingEvent[]): Promise<OutgoingEvent[]> {
  const taken: OutgoingEvent[] = [];
  try {
    for (let start = 0; start < events.length; start += EVENTS_PER_REQUEST) {
      const some = events.slice(start, start + EVENTS_PER_REQUEST);
      const data = some.map(({ id, name, payload }) => ({ id, name, data: payload as Record<string, unknown> }));
      await withinTime(inngest.send(data));
      taken.push(...some);
    }
  } catch (error) {
    logger().warn({ err: error, events: events.length - taken.length }, "the executor did not accept events");
  }
  return taken;
}

/** The client retries for minutes. A person who uploads should not wait that long, so the sweep takes over. */
async function withinTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the executor did not answer in time")), SEND_TIMEOUT_MS);
  });
  sending.catch(() => {});
  await Promise.race([sending, timeout]).finally(() => clearTimeout(timer));
}
