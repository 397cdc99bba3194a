import "server-only";
import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import type { Work } from "@/lib/work/unit-of-work";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-code";
import { openSecret } from "./secret-box";
import { matchingTimeStep } from "./totp";

/**
 * Uses up a code: an authenticator's if its time step is newer than the last one used, or an unused recovery code. If
 * two requests bring the same code at once, only one succeeds. Returns null if the code is wrong.
 */
export async function takeCode(work: Work, userId: string, code: string): Promise<"code" | "recovery-code" | null> {
  if (/^\d+$/.test(code)) return (await takeTimedCode(work, userId, code, "confirmed")) ? "code" : null;
  const used = await work.tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, recoveryCodeHash(code, userId)),
        isNull(recoveryCodes.usedAt),
        sql`exists (select 1 from ${secondFactors} where ${secondFactors.userId} = ${userId}
          and ${secondFactors.confirmedAt} is not null)`,
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0 ? "recovery-code" : null;
}

export async function takeTimedCode(
  work: Work,
  userId: string,
  code: string,
  state: "confirmed" | "new",
): Promise<boolean> {
  const isInState = state === "confirmed" ? isNotNull(secondFactors.confirmedAt) : isNull(secondFactors.confirmedAt);
  const mine = and(eq(secondFactors.userId, userId), isInState);
  const [row] = await work.tx.select({ secret: secondFactors.secretEncrypted }).from(secondFactors).where(mine);
  const timeStep = row ? matchingTimeStep(openSecret(row.secret, userId), code) : null;
  if (!row || timeStep === null) return false;
  const newer = or(isNull(secondFactors.lastTimeStep), lt(secondFactors.lastTimeStep, timeStep));
  const taken = await work.tx
    .update(secondFactors)
    .set({ lastTimeStep: timeStep, confirmedAt: sql`coalesce(${secondFactors.confirmedAt}, now())` })
    .where(and(mine, eq(secondFactors.secretEncrypted, row.secret), newer))
    .returning({ userId: secondFactors.userId });
  return taken.length > 0;
}

export async function replaceRecoveryCodes(work: Work, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await work.tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await work.tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: recoveryCodeHash(code, userId) })));
  return codes;
}
