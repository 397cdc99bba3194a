import "server-only";
import { and, asc, desc, eq, gt, lt, lte, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { liveEvents } from "@/db/schema/live-events";
import { ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL, LIVE_EVENTS_CHANNEL } from "@/lib/platform/live-channel";
import type { SampleEvent } from "./sample-event";

export interface LiveEvent {
  id: number;
  type: string;
  payload: unknown;
}

/**
 * Tells a person's open pages, if the transaction commits. To be called after the transaction's other writes:
 * the lock makes a person's ids commit in their order, so that a reader past an id has missed nothing.
 */
async function announce(tx: Executor, userId: string, events: Omit<LiveEvent, "id">[]): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`live-events:${userId}`}, 0))`);
  await tx.insert(liveEvents).values(events.map(({ type, payload }) => ({ userId, type, payload })));
  await tx.execute(sql`select pg_notify(${LIVE_EVENTS_CHANNEL}, ${userId})`);
}

/** Changes of one person's samples, under the rule of `announce`. */
export async function announceSamples(tx: Executor, ownerId: string, changes: SampleEvent[]): Promise<void> {
  await announce(
    tx,
    ownerId,
    changes.map((payload) => ({ type: "sample", payload })),
  );
}

export async function notifySessionEnded(tx: Executor, sessionId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${ENDED_SESSIONS_CHANNEL}, ${sessionId})`);
}

/** Every process reads the flags anew, if the transaction commits. */
export async function notifyFlagsChanged(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_notify(${FLAGS_CHANNEL}, '')`);
}

/** Events of a person after `afterId`, oldest first. */
export async function readLiveEvents(userId: string, afterId: number, limit: number): Promise<LiveEvent[]> {
  const { id, type, payload } = liveEvents;
  return db()
    .select({ id, type, payload })
    .from(liveEvents)
    .where(and(eq(liveEvents.userId, userId), gt(id, afterId)))
    .orderBy(asc(id))
    .limit(limit);
}

/** The newest id a person was told; 0 where there is none. */
export async function latestLiveEventId(userId: string): Promise<number> {
  const [row] = await db()
    .select({ id: liveEvents.id })
    .from(liveEvents)
    .where(eq(liveEvents.userId, userId))
    .orderBy(desc(liveEvents.id))
    .limit(1);
  return row?.id ?? 0;
}

/**
 * Whether everything after `id` can still be replayed: false where older events were swept meanwhile, or
 * where the id is not of this database (restored from a backup).
 */
export async function canReplayFrom(id: number): Promise<boolean> {
  if (id === 0) return true;
  const { rows } = await db().execute<{ known: boolean }>(sql`
    select exists (select 1 from ${liveEvents} where ${lte(liveEvents.id, id)})
       and ${id} <= (select last_value from live_events_id_seq) as known`);
  return rows[0]?.known === true;
}

export async function trimLiveEvents(olderThanSeconds: number): Promise<number> {
  const trimmed = await db()
    .delete(liveEvents)
    .where(lt(liveEvents.createdAt, sql`now() - make_interval(secs => ${olderThanSeconds})`));
  return trimmed.rowCount ?? 0;
}
