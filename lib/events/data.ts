import "server-only";
import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { liveEvents } from "@/db/schema/live-events";
import type { ActorId } from "@/lib/identity/actor";

export interface LiveEvent {
  id: number;
  type: string;
  payload: unknown;
}

/** The owner's events after `afterId`, oldest first. */
export async function readLiveEvents(owner: ActorId, afterId: number, limit: number): Promise<LiveEvent[]> {
  const { id, type, payload } = liveEvents;
  return db()
    .select({ id, type, payload })
    .from(liveEvents)
    .where(and(eq(liveEvents.userId, owner), gt(id, afterId)))
    .orderBy(asc(id))
    .limit(limit);
}

/** The id of the owner's newest event, or 0 if there is none. */
export async function latestLiveEventId(owner: ActorId): Promise<number> {
  const [row] = await db()
    .select({ id: liveEvents.id })
    .from(liveEvents)
    .where(eq(liveEvents.userId, owner))
    .orderBy(desc(liveEvents.id))
    .limit(1);
  return row?.id ?? 0;
}

/**
 * Whether all events after `id` can still be replayed. They cannot if older ones were swept meanwhile, or if the id is
 * not from this database (it was restored from a backup).
 */
export async function canReplayFrom(id: number): Promise<boolean> {
  if (id === 0) return true;
  const { rows } = await db().execute<{ known: boolean }>(sql`
    select exists (select 1 from ${liveEvents} where ${lte(liveEvents.id, id)})
       and ${id} <= (select last_value from live_events_id_seq) as known`);
  return rows[0]?.known === true;
}
