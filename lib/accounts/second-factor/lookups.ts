import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { secondFactors } from "@/db/schema/second-factors";

/** Whether signing in asks for a code. It does not if the second factor was begun but never confirmed. */
export async function hasSecondFactor(accountId: string): Promise<boolean> {
  const [row] = await db()
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, accountId), isNotNull(secondFactors.confirmedAt)));
  return row !== undefined;
}
