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
  const [holder] = await work.tx
    .select({ ...holderColumns, renewsAt: nextMidnight.mapWith(users.createdAt) })
    .from(users)
    .where(eq(users.id, ownerId))
    .for("no key update");
  if (!holder) throw new AppError("unauthenticated");
  const plans = plansAreOn();
  const { uploadsPerDay, storageBytes } = quotaOf(holder, plans);
  const refusal = { role: plans ? holder.role : null, askedBytes: sizeBytes };
  if (storageBytes !== null) {
    const used = await storedBytes(ownerId, work.tx);
    if (used + sizeBytes > storageBytes) {
      return { ...refusal, kind: "storage_bytes", allowed: storageBytes, used, renewsAt: null };
    }
  }
  if (await takeSlot(work, ownerId, uploadsPerDay)) return null;
  const allowed = uploadsPerDay ?? 0;
  return { ...refusal, kind: "uploads_per_day", allowed, used: allowed, renewsAt: holder.renewsAt.toISOString() };
}

async function takeSlot(work: Work, ownerId: string, uploadsPerDay: number | null): Promise<boolean> {
  if (uploadsPerDay !== null && uploadsPerDay < 1) return false;
  const hasRoom = uploadsPerDay === null ? sql`true` : sql`${uploadCounts.uploads} < ${uploadsPerDay}`;
  const [taken] = await work.tx
    .insert(uploadCounts)
    .values({ userId: ownerId, day: today, uploads: 1 })
    .onConflictDoUpdate({
      target: [uploadCounts.userId, uploadCounts.day],
      set: { uploads: sql`${uploadCounts.uploads} + 1` },
      setWhere: hasRoom,
    })
    .returning({ uploads: uploadCounts.uploads });
  return taken !== undefined;
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
