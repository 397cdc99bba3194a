import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { systemSettings } from "@/db/schema/system-settings";
import type { ActorId } from "@/lib/identity/actor";

export const PAUSE_SETTING = "analysis_paused";

export const isPaused = and(eq(systemSettings.name, PAUSE_SETTING), eq(systemSettings.value, sql`'true'::jsonb`));

/** Part of the statement that starts an analysis, so that none starts once a pause is stored. */
export const notPaused = sql`not exists (select 1 from ${systemSettings} where ${isPaused})`;

/** When analyses were paused. Returns null if they are not. */
export async function analysisPausedSince(): Promise<Date | null> {
  const [row] = await db().select({ since: systemSettings.updatedAt }).from(systemSettings).where(isPaused);
  return row?.since ?? null;
}

/** Counts the owner's samples whose analysis has not started. */
export async function countWaiting(owner: ActorId): Promise<number> {
  return db().$count(
    samples,
    and(eq(samples.ownerId, owner), isNull(samples.deletedAt), eq(samples.status, "uploaded")),
  );
}
