import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { ActiveSession, ActorId } from "./actor";
import { LAST_SEEN_GRANULARITY_SECONDS, SESSION_IDLE_SECONDS } from "./constants";
import type { Role, Viewer } from "./schema";

const live = () =>
  and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.lastSeenAt, sql`now() - make_interval(secs => ${SESSION_IDLE_SECONDS})`),
  );

interface ActiveSessionRow extends Viewer, Record<string, unknown> {
  expiresAt: string;
}

/**
 * The session if it is neither revoked, expired, unused for too long, nor of a suspended account, and whose it is. One
 * query, which also renews it: what asks for a session uses it.
 */
export async function findActiveSession(sessionId: string): Promise<ActiveSession | null> {
  const granularity = sql`make_interval(secs => ${LAST_SEEN_GRANULARITY_SECONDS})`;
  const { rows } = await db().execute<ActiveSessionRow>(sql`
    with found as (
      select ${sessions.id} as session_id, ${sessions.expiresAt} as expires_at, ${sessions.lastSeenAt} as last_seen_at,
        ${users.id} as id, ${users.name} as name, ${users.email} as email, ${users.role} as role,
        ${users.isDemo} as is_demo
      from ${sessions} join ${users} on ${users.id} = ${sessions.userId}
      where ${sessions.id} = ${sessionId} and ${live()} and ${users.suspendedAt} is null
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

export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDemo: boolean;
  /** Null for who signs in through another service only. */
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  mustVerifyEmail: boolean;
  suspendedAt: Date | null;
}

const accountColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  isDemo: users.isDemo,
  passwordHash: users.passwordHash,
  emailVerifiedAt: users.emailVerifiedAt,
  mustVerifyEmail: users.mustVerifyEmail,
  suspendedAt: users.suspendedAt,
};

/** `email` is already normalised. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const [row] = await db().select(accountColumns).from(users).where(eq(users.email, email));
  return row ?? null;
}

export async function findAccount(id: string): Promise<Account | null> {
  const [row] = await db().select(accountColumns).from(users).where(eq(users.id, id));
  return row ?? null;
}

export interface SessionListing {
  id: string;
  userAgent: string | null;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export async function listActiveSessions(owner: ActorId): Promise<SessionListing[]> {
  const { id, userAgent, address, createdAt, lastSeenAt } = sessions;
  return db()
    .select({ id, userAgent, address, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, owner), live()))
    .orderBy(desc(lastSeenAt));
}
