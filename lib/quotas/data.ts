import "server-only";
import { and, eq, gt, isNotNull, ne, or, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { uploadCounts } from "@/db/schema/upload-counts";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/errors";
import type { Actor, ActorId } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import { quotaOf } from "./policy";
import { allowanceOf, type Usage } from "./schema";

/** Days are in UTC, so that they start at the same instant everywhere. */
export const today = sql`(now() at time zone 'utc')::date`;
export const nextMidnight = sql<Date>`(date_trunc('day', now() at time zone 'utc') + interval '1 day') at time zone 'utc'`;

export const holderColumns = {
  role: users.role,
  isDemo: users.isDemo,
  uploadsPerDayOverride: users.uploadsPerDayOverride,
  storageBytesOverride: users.storageBytesOverride,
};

/**
 * Bytes that count against a person's quota: samples in every state, deleted ones until they are purged, and the
 * announced size of running uploads. What is removed counts until storage has deleted it for good, cancelled uploads
 * and refused files too.
 */
export async function storedBytes(owner: ActorId, executor: Executor = db()): Promise<number> {
  const [kept] = await executor
    .select({ bytes: sql<number>`coalesce(sum(${samples.sizeBytes}), 0)::float8` })
    .from(samples)
    .where(and(eq(samples.ownerId, owner), or(ne(samples.status, "failed"), isNotNull(samples.objectKey))));
  const [going] = await executor
    .select({ bytes: sql<number>`coalesce(sum(${objectDeletions.countedBytes}), 0)::float8` })
    .from(objectDeletions)
    .where(and(eq(objectDeletions.ownerId, owner), gt(objectDeletions.countedBytes, 0)));
  return (kept?.bytes ?? 0) + (going?.bytes ?? 0);
}

/** What the actor has used and has left. */
export async function readUsage(actor: Actor): Promise<Usage> {
  requirePermission(actor, "samples:read");
  const [row] = await db()
    .select({
      ...holderColumns,
      uploads: sql<number>`coalesce(${uploadCounts.uploads}, 0)::int`,
      renewsAt: nextMidnight.mapWith(users.createdAt),
    })
    .from(users)
    .leftJoin(uploadCounts, and(eq(uploadCounts.userId, users.id), eq(uploadCounts.day, today)))
    .where(eq(users.id, actor.id));
  if (!row) throw new AppError("not_found");
  const plans = plansAreOn();
  const quota = quotaOf(row, plans);
  return {
    role: plans ? row.role : null,
    isDemo: row.isDemo,
    uploadsToday: allowanceOf(row.uploads, quota.uploadsPerDay),
    storageBytes: allowanceOf(await storedBytes(actor.id), quota.storageBytes),
    renewsAt: row.renewsAt.toISOString(),
  };
}
