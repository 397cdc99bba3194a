import "server-only";
import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import type { Account } from "@/lib/accounts/data";
import { claimAttempt, recordFailure, returnAttempt } from "@/lib/accounts/lockout/mutations";
import { attemptSubjects } from "@/lib/accounts/lockout/subjects";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-code";
import { beginSecondFactorSchema, confirmSecondFactorSchema, type NewSecondFactor, provenSchema } from "./schema";
import { openSecret, sealSecret } from "./secret-box";
import { base32, keyUri, matchingTimeStep, newSecret } from "./totp";

/**
 * Takes a code once: the authenticator's for a time step newer than the last, or a recovery code that is unused. Of two
 * who bring the same code at the same instant one is let in. Null where it is not right.
 */
export async function takeCode(tx: Executor, userId: string, code: string): Promise<"code" | "recovery-code" | null> {
  if (/^\d+$/.test(code)) return (await takeTimedCode(tx, userId, code, "confirmed")) ? "code" : null;
  const used = await tx
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

async function takeTimedCode(tx: Executor, userId: string, code: string, state: "confirmed" | "new"): Promise<boolean> {
  const isInState = state === "confirmed" ? isNotNull(secondFactors.confirmedAt) : isNull(secondFactors.confirmedAt);
  const mine = and(eq(secondFactors.userId, userId), isInState);
  const [row] = await tx.select({ secret: secondFactors.secretEncrypted }).from(secondFactors).where(mine);
  const timeStep = row ? matchingTimeStep(openSecret(row.secret, userId), code) : null;
  if (!row || timeStep === null) return false;
  const newer = or(isNull(secondFactors.lastTimeStep), lt(secondFactors.lastTimeStep, timeStep));
  const taken = await tx
    .update(secondFactors)
    .set({ lastTimeStep: timeStep, confirmedAt: sql`coalesce(${secondFactors.confirmedAt}, now())` })
    .where(and(mine, eq(secondFactors.secretEncrypted, row.secret), newer))
    .returning({ userId: secondFactors.userId });
  return taken.length > 0;
}

type BeginRefusal = ConfirmRefusal | "already_enabled";

/** A secret for an authenticator. It asks for nothing at sign-in until a code of it has been shown. */
export async function beginSecondFactor(
  ctx: Ctx,
  input: { password: string },
): Promise<Result<NewSecondFactor, BeginRefusal>> {
  requireOwnSession(ctx.actor);
  const { password } = beginSecondFactorSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const { id, email } = confirmed.value;
  const secret = newSecret();
  const secretEncrypted = sealSecret(secret, id);
  const begun = await db()
    .insert(secondFactors)
    .values({ userId: id, secretEncrypted })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { secretEncrypted, lastTimeStep: null, createdAt: sql`now()` },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  return begun.length > 0 ? ok({ keyUri: keyUri(secret, email), secret: base32(secret) }) : refused("already_enabled");
}

/** The first code of the authenticator: from now on signing in asks for one. The recovery codes are shown this once. */
export async function confirmSecondFactor(
  ctx: Ctx,
  input: { code: string },
): Promise<Result<{ recoveryCodes: string[] }, "wrong_code">> {
  requireOwnSession(ctx.actor);
  const { code } = confirmSecondFactorSchema.parse(input);
  return db().transaction(async (tx) => {
    if (!(await takeTimedCode(tx, ctx.actor.id, code, "new"))) return refused("wrong_code");
    const codes = await replaceRecoveryCodes(tx, ctx.actor.id);
    const target = { type: "user", id: ctx.actor.id };
    await recordAudit(tx, ctx, { action: "account.second_factor_enabled", target });
    return ok({ recoveryCodes: codes });
  });
}

type ProofRefusal = ConfirmRefusal | "wrong_code";

export async function disableSecondFactor(
  ctx: Ctx,
  input: { password: string; code: string },
): Promise<Result<null, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  return withProof(ctx, input, async (tx, { id }) => {
    await tx.delete(secondFactors).where(eq(secondFactors.userId, id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id));
    await recordAudit(tx, ctx, { action: "account.second_factor_disabled", target: { type: "user", id } });
    return null;
  });
}

/** Ten new recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  ctx: Ctx,
  input: { password: string; code: string },
): Promise<Result<{ recoveryCodes: string[] }, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  return withProof(ctx, input, async (tx, { id }) => {
    const codes = await replaceRecoveryCodes(tx, id);
    await recordAudit(tx, ctx, { action: "account.recovery_codes_renewed", target: { type: "user", id } });
    return { recoveryCodes: codes };
  });
}

/** Password and code, both counted where they are wrong; then the change, in the transaction that takes the code. */
async function withProof<T>(
  ctx: Ctx,
  input: { password: string; code: string },
  change: (tx: Executor, account: Account) => Promise<T>,
): Promise<Result<T, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  const { password, code } = provenSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const account = confirmed.value;
  const subjects = attemptSubjects(account.email, ctx.address);
  const claimed = await claimAttempt(subjects);
  if (claimed.locked) return refused("too_many_attempts");
  return db().transaction(async (tx) => {
    if (await takeCode(tx, account.id, code)) {
      await returnAttempt(tx, subjects);
      return ok(await change(tx, account));
    }
    await recordFailure(tx, ctx, { accountId: account.id, reason: "wrong_code", lockedOut: claimed.lockedOut });
    return refused("wrong_code");
  });
}

async function replaceRecoveryCodes(tx: Executor, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: recoveryCodeHash(code, userId) })));
  return codes;
}
