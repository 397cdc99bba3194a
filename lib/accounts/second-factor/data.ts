import "server-only";
import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";

/** Whether signing in asks for a code. One that was begun and never confirmed asks for nothing. */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  const [row] = await db()
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  return row !== undefined;
}

export async function countUnusedRecoveryCodes(userId: string): Promise<number> {
  const [row] = await db()
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}
