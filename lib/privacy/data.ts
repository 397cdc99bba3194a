import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import type { ActorId } from "@/lib/identity/actor";
import { DELETION_GRACE_SECONDS } from "./constants";

/** When the account is deleted for good. Returns null if no deletion was requested. */
export async function findDeletionTime(owner: ActorId): Promise<Date | null> {
  const goesAt = sql`${users.deletionRequestedAt} + make_interval(secs => ${DELETION_GRACE_SECONDS})`;
  const [row] = await db()
    .select({ at: goesAt.mapWith(users.createdAt) })
    .from(users)
    .where(and(eq(users.id, owner), isNotNull(users.deletionRequestedAt)));
  return row?.at ?? null;
}

/** How much would be lost if the account were deleted. */
export async function countBelongings(owner: ActorId): Promise<{ samples: number; storedBytes: number }> {
  const [row] = await db()
    .select({
      samples: sql<number>`count(*)::int`,
      storedBytes: sql<number>`coalesce(sum(${samples.sizeBytes}) filter (where ${isNotNull(samples.objectKey)}), 0)::float8`,
    })
    .from(samples)
    .where(and(eq(samples.ownerId, owner), isNull(samples.deletedAt)));
  return row ?? { samples: 0, storedBytes: 0 };
}
