import "server-only";
import { and, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { ActiveSession } from "./actor";
import { LAST_SEEN_GRANULARITY_SECONDS, SESSION_IDLE_SECONDS } from "./constants";
import type { Viewer } from "./schema";

/** Live sessions: not revoked, expired or idle for too long. */
export const isLiveSession = () =>
  and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.lastSeenAt, sql`now() - make_interval(secs => ${SESSION_IDLE_SECONDS})`),
  );

interface ActiveSessionRow extends Viewer, Record<string, unknown> {
  expiresAt: string;
}

/**
 * Finds a live session of an account that is not suspended, with its person. The same query renews it, because asking
 * for a session is using it.
 */
export async function findActiveSession(sessionId: string): Promise<ActiveSession | null> {
  const granularity = sql`make_interval(secs => ${LAST_SEEN_GRANULARITY_SECONDS})`;
  const { rows } = await db().execute<ActiveSessionRow>(sql`
    with found as (
      select ${sessions.id} as session_id, ${sessions.expiresAt} as expires_at, ${sessions.lastSeenAt} as last_seen_at,
        ${users.id} as id, ${users.name} as name, ${users.email} as email, ${users.role} as role,
        ${users.isDemo} as is_demo
      from ${sessions} join ${users} on ${users.id} = ${sessions.userId}
      where ${sessions.id} = ${sessionId} and ${isLiveSession()} and ${users.suspendedAt} is null
    ), renewed as (
      update ${sessions} set last_seen_at = now() from found
      where ${sessions.id} = found.session_id and found.last_seen_at < now() - ${granularity}
        and ${sessions.lastSeenAt} < now() - ${granularity}
    )
    select id, name, email, role, is_demo as "isDemo", expires_at as "expiresAt" from found`);
  const [row] = rows;
  if (!row) return null;
  const { expiresAt, id, name, email, role, isDemo } = row;
  return { sessionId, expiresAt: new Date(expiresAt), viewer: { id, name, email, role, isDemo } };
}
