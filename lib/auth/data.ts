import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { ActiveSession, ActorId } from "./actor";
import { LAST_SEEN_GRANULARITY_SECONDS } from "./constants";
import type { Role } from "./schema";

const live = () => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`));

/** The session if it is neither revoked nor expired, and whose it is. One query; notes now and then that it was seen. */
export async function findActiveSession(sessionId: string): Promise<ActiveSession | null> {
  const [row] = await db()
    .select({
      expiresAt: sessions.expiresAt,
      stale: sql<boolean>`${sessions.lastSeenAt} < now() - make_interval(secs => ${LAST_SEEN_GRANULARITY_SECONDS})`,
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      isDemo: users.isDemo,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), live()));
  if (!row) return null;
  const { expiresAt, stale, ...viewer } = row;
  if (stale) await db().update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  return { sessionId, expiresAt, viewer };
}

export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDemo: boolean;
  /** Null for who signs in through another service only. */
  passwordHash: string | null;
}

/** `email` is already normalised. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const { id, name, role, isDemo, passwordHash } = users;
  const [row] = await db()
    .select({ id, email: users.email, name, role, isDemo, passwordHash })
    .from(users)
    .where(eq(users.email, email));
  return row ?? null;
}

export interface SessionListing {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export async function listActiveSessions(owner: ActorId): Promise<SessionListing[]> {
  const { id, userAgent, createdAt, lastSeenAt } = sessions;
  return db()
    .select({ id, userAgent, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, owner), live()))
    .orderBy(desc(lastSeenAt));
}
