import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { ActorId } from "@/lib/identity/actor";
import { isLiveSession } from "@/lib/identity/data";
import type { Role } from "@/lib/identity/permissions";

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
    .where(and(eq(sessions.userId, owner), isLiveSession()))
    .orderBy(desc(lastSeenAt));
}
