import "server-only";
import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { isLiveSession } from "./lookups";

/**
 * Locks the row of a signed-in person until the commit, and returns their address. A password reset holds the same lock
 * while it ends their sessions. Whatever waited for it asks again here whether its own session is still live, so that
 * nothing begun before the reset outlives it.
 */
export async function lockSignedIn(tx: Executor, { id, sessionId }: Pick<Actor, "id" | "sessionId">): Promise<string> {
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, id)).for("no key update");
  if (!person || sessionId === null) throw new AppError("unauthenticated");
  // A statement of its own: only that one sees what was committed while the first one waited.
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, id), isLiveSession()));
  if (!session) throw new AppError("unauthenticated");
  return person.email;
}
