import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes } from "@/db/schema/second-factors";
import type { ActorId } from "@/lib/identity/actor";
import { hasSecondFactor } from "./lookups";

/** Returns null if signing in asks for no code. */
export async function readSecondFactor(owner: ActorId): Promise<{ recoveryCodesLeft: number } | null> {
  if (!(await hasSecondFactor(owner))) return null;
  const [row] = await db()
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, owner), isNull(recoveryCodes.usedAt)));
  return { recoveryCodesLeft: row?.left ?? 0 };
}
