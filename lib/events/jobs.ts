import "server-only";
import { asc, inArray, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { liveEvents } from "@/db/schema/live-events";
import { outgoingEvents } from "@/db/schema/outgoing-events";
import { type OutgoingEvent, sendToExecutor } from "./outgoing";

/** Younger events are still being sent by the process that wrote them. */
const LEFT_BEHIND_SECONDS = 10;
const BATCH = 1_000;

/**
 * Sends events to the executor and removes accepted ones from the outbox. After a crash in between they are sent again.
 */
export async function deliver(events: readonly OutgoingEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const taken = await sendToExecutor(events);
  const ids = taken.map(({ id }) => id);
  if (ids.length > 0) await db().delete(outgoingEvents).where(inArray(outgoingEvents.id, ids));
  return taken.length;
}

/** Sends events that a killed process or an absent executor left in the outbox. Returns how many were accepted. */
export async function deliverLeftBehind(): Promise<number> {
  const { id, name, payload, createdAt } = outgoingEvents;
  const left = await db()
    .select({ id, name, payload })
    .from(outgoingEvents)
    .where(lt(createdAt, sql`now() - make_interval(secs => ${LEFT_BEHIND_SECONDS})`))
    .orderBy(asc(createdAt))
    .limit(BATCH);
  return deliver(left);
}

export async function trimLiveEvents(olderThanSeconds: number): Promise<number> {
  const trimmed = await db()
    .delete(liveEvents)
    .where(lt(liveEvents.createdAt, sql`now() - make_interval(secs => ${olderThanSeconds})`));
  return trimmed.rowCount ?? 0;
}
