import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { uploadCounts } from "@/db/schema/upload-counts";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { plansAreOn } from "@/lib/identity/plans";
import type { Work } from "@/lib/work/unit-of-work";
import { holderColumns, nextMidnight, storedBytes, today } from "./data";
import { quotaOf } from "./policy";
import type { QuotaRefusal } from "./schema";

/**
 * Takes one of the person's uploads for today and room for its bytes, in the transaction that makes the sample. If the
 * quota is used up, returns why and writes nothing. The lock on the person's row makes simultaneous uploads run one
 * after the other, so that the second counts the first.
 */
export async function takeUpload(work: Work, ownerId: ActorId, sizeBytes: number): Promise<QuotaRefusal | null> {
  return (await takeUploads(work, ownerId, [sizeBytes])).refusal;
}

/**
 * The same for several files at once: takes as many of them as there is room for, in their order, and says why it stops
 * before the first that does not fit.
 */
export async function takeUploads(
  work: Work,
  ownerId: ActorId,
  sizesBytes: readonly number[],
): Promise<{ taken: number; refusal: QuotaRefusal | null }> {
  const [holder] = await work.tx
    .select({ ...holderColumns, renewsAt: nextMidnight.mapWith(users.createdAt) })
    .from(users)
    .where(eq(users.id, ownerId))
    .for("no key update");
  if (!holder) throw new AppError("unauthenticated");
  const plans = plansAreOn();
  const { uploadsPerDay, storageBytes } = quotaOf(holder, plans);
  const stored = storageBytes === null ? 0 : await storedBytes(ownerId, work.tx);
  const fitting = storageBytes === null ? sizesBytes.length : countFitting(sizesBytes, storageBytes - stored);
  const taken = await takeSlots(work, ownerId, fitting, uploadsPerDay);
  const refused = sizesBytes[taken];
  if (refused === undefined) return { taken, refusal: null };
  const role = plans ? holder.role : null;
  if (taken < fitting) {
    const allowed = uploadsPerDay ?? 0;
    const renewsAt = holder.renewsAt.toISOString();
    const refusal = { kind: "uploads_per_day", role, askedBytes: refused, allowed, used: allowed, renewsAt } as const;
    return { taken, refusal };
  }
  const used = stored + sizesBytes.slice(0, taken).reduce((sum, bytes) => sum + bytes, 0);
  const allowed = storageBytes ?? 0;
  return { taken, refusal: { kind: "storage_bytes", role, askedBytes: refused, allowed, used, renewsAt: null } };
}

/** How many of these, from the first, have room together. */
function countFitting(sizesBytes: readonly number[], roomBytes: number): number {
  let left = roomBytes;
  const first = sizesBytes.findIndex((bytes) => {
    left -= bytes;
    return left < 0;
  });
  return first < 0 ? sizesBytes.length : first;
}

/** Returns how many were left. The caller holds the person's row, so nobody else takes any meanwhile. */
async function takeSlots(work: Work, ownerId: string, wanted: number, perDay: number | null): Promise<number> {
  const mine = and(eq(uploadCounts.userId, ownerId), eq(uploadCounts.day, today));
  const [counted] = await work.tx.select({ uploads: uploadCounts.uploads }).from(uploadCounts).where(mine);
  const taken = perDay === null ? wanted : Math.max(0, Math.min(wanted, perDay - (counted?.uploads ?? 0)));
  if (taken === 0) return 0;
  await work.tx
    .insert(uploadCounts)
    .values({ userId: ownerId, day: today, uploads: taken })
    .onConflictDoUpdate({
      target: [uploadCounts.userId, uploadCounts.day],
      set: { uploads: sql`${uploadCounts.uploads} + ${taken}` },
    });
  return taken;
}

export interface BegunUpload {
  ownerId: string;
  begunAt: Date;
}

/** Uploads that never became a sample do not count: each is given back to the day on which it started. */
export async function giveUploadsBack(work: Work, begun: readonly BegunUpload[]): Promise<void> {
  const perDay = new Map<string, { ownerId: string; day: string; uploads: number }>();
  for (const { ownerId, begunAt } of begun) {
    const day = begunAt.toISOString().slice(0, 10);
    const key = `${ownerId} ${day}`;
    perDay.set(key, { ownerId, day, uploads: (perDay.get(key)?.uploads ?? 0) + 1 });
  }
  // Always in the same order: otherwise two transactions about the same people could wait for each other.
  for (const [, { ownerId, day, uploads }] of [...perDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await work.tx
      .update(uploadCounts)
      .set({ uploads: sql`greatest(0, ${uploadCounts.uploads} - ${uploads})` })
      .where(and(eq(uploadCounts.userId, ownerId), eq(uploadCounts.day, day)));
  }
}
