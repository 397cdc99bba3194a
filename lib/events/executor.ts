import "server-only";
import { logger } from "@/lib/platform/logger";
import type { EventData, EventName } from "./catalogue";
import { inngest } from "./executor-client";

const SEND_TIMEOUT_MS = 5_000;
const EVENTS_PER_REQUEST = 200;

/** An event to the executor. Two of the same `id` within a day start one run. */
export type QueuedEvent = { [Name in EventName]: { id: string; name: Name; data: EventData<Name> } }[EventName];

/** Hands events to the executor. False where it is away: the sweep brings what is left behind later. */
export async function queueEvents(events: QueuedEvent[]): Promise<boolean> {
  try {
    for (let start = 0; start < events.length; start += EVENTS_PER_REQUEST) {
      await withinTime(inngest.send(events.slice(start, start + EVENTS_PER_REQUEST)));
    }
    return true;
  } catch (error) {
    logger().warn({ err: error, events: events.length }, "the executor did not take events");
    return false;
  }
}

/** The client retries for minutes; the person who uploads does not wait that long, and the sweep will. */
async function withinTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the executor did not answer in time")), SEND_TIMEOUT_MS);
  });
  sending.catch(() => {});
  await Promise.race([sending, timeout]).finally(() => clearTimeout(timer));
}
