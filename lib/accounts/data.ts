import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import type { ActorId } from "@/lib/identity/actor";
import { isLiveSession } from "@/lib/identity/lookups";
import { type Account, findAccount } from "./lookups";

/** The actor's own account. Returns null if it has been deleted meanwhile. */
export const findOwnAccount = (owner: ActorId): Promise<Account | null> => findAccount(owner);

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
