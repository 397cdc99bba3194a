import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { type Actor, actorOnBehalfOf } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";

/** Who asked for sounds, if they may still upload. */
export async function findUploader(ownerId: string): Promise<Actor | null> {
  const { id, role, isDemo } = users;
  const isActive = and(eq(id, ownerId), isNull(users.suspendedAt), isNull(users.deletionRequestedAt));
  const [row] = await db().select({ id, role, isDemo }).from(users).where(isActive);
  if (!row) return null;
  const actor = actorOnBehalfOf(row);
  return can(actor, "samples:upload") ? actor : null;
}
