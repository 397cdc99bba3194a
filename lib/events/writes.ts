import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { liveEvents } from "@/db/schema/live-events";
import { outgoingEvents } from "@/db/schema/outgoing-events";
import { LIVE_EVENTS_CHANNEL } from "@/lib/platform/channels";
import { definitionOf, type PublishedEvent } from "./catalogue";
import type { LiveMessage } from "./define-event";
import type { OutgoingEvent } from "./outgoing";

/** Only the unit of work writes events, in the order that it keeps. */

/** Puts events for the executor in the outbox. Returns them with the ids by which repeats are dropped. */
export async function writeOutgoing(tx: Executor, events: readonly PublishedEvent[]): Promise<OutgoingEvent[]> {
  const outgoing = events.flatMap(({ name, payload, occurrence }): OutgoingEvent[] => {
    const { executor } = definitionOf(name);
    if (!executor) return [];
    const id = [name, executor.subject(payload), ...(occurrence === null ? [] : [occurrence])].join(":");
    return [{ id, name, payload }];
  });
  if (outgoing.length > 0) await tx.insert(outgoingEvents).values(outgoing).onConflictDoNothing();
  return outgoing;
}

/**
 * Tells the owners' open pages, after the transaction's other writes. A lock makes one owner's events commit in the
 * order of their ids, so that a reader past an id has missed nothing. All transactions lock owners in the same order;
 * otherwise two of them could wait for each other.
 */
export async function writeLive(tx: Executor, events: readonly PublishedEvent[]): Promise<void> {
  const byOwner = new Map<string, LiveMessage[]>();
  for (const { name, payload } of events) {
    const message = definitionOf(name).live?.(payload);
    if (!message) continue;
    const { ownerId } = payload as { ownerId: string };
    byOwner.set(ownerId, [...(byOwner.get(ownerId) ?? []), message]);
  }
  for (const [userId, messages] of [...byOwner].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`live-events:${userId}`}, 0))`);
    await tx.insert(liveEvents).values(messages.map(({ type, payload }) => ({ userId, type, payload })));
    await tx.execute(sql`select pg_notify(${LIVE_EVENTS_CHANNEL}, ${userId})`);
  }
}

/** Notifies every process if the transaction commits. */
export async function writeNotifications(tx: Executor, events: readonly PublishedEvent[]): Promise<void> {
  for (const { name, payload } of events) {
    const { notify } = definitionOf(name);
    if (notify) await tx.execute(sql`select pg_notify(${notify.channel}, ${notify.text(payload)})`);
  }
}
