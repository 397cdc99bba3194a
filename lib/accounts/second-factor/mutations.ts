import "server-only";
import { eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { claimAttempt } from "@/lib/accounts/lockout/gate";
import { attemptSubjects } from "@/lib/accounts/lockout/subjects";
import { recordFailure, returnAttempt } from "@/lib/accounts/lockout/writes";
import type { Account } from "@/lib/accounts/lookups";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { lockSignedIn } from "@/lib/identity/writes";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { beginSecondFactorSchema, confirmSecondFactorSchema, type NewSecondFactor, provenSchema } from "./schema";
import { sealSecret } from "./secret-box";
import { base32, keyUri, newSecret } from "./totp";
import { replaceRecoveryCodes, takeCode, takeTimedCode } from "./writes";

type BeginRefusal = ConfirmRefusal | "already_enabled";

/** Makes a secret for an authenticator app. Sign-in asks for a code only after one has been confirmed. */
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

/**
 * Confirms the authenticator's first code. From now on sign-in asks for one. The recovery codes are shown only this
 * once.
 */
export async function confirmSecondFactor(
  ctx: Ctx,
  input: { code: string },
): Promise<Result<{ recoveryCodes: string[] }, "wrong_code">> {
  requireOwnSession(ctx.actor);
  const { code } = confirmSecondFactorSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    await lockSignedIn(work.tx, ctx.actor);
    if (!(await takeTimedCode(work, ctx.actor.id, code, "new"))) return refused("wrong_code");
    const codes = await replaceRecoveryCodes(work, ctx.actor.id);
    const target = { type: "user", id: ctx.actor.id };
    work.audit({ action: "account.second_factor_enabled", target });
    return ok({ recoveryCodes: codes });
  });
}

type ProofRefusal = ConfirmRefusal | "wrong_code";

export async function disableSecondFactor(
  ctx: Ctx,
  input: { password: string; code: string },
): Promise<Result<null, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  return withProof(ctx, input, async (work, { id }) => {
    await work.tx.delete(secondFactors).where(eq(secondFactors.userId, id));
    await work.tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id));
    work.audit({ action: "account.second_factor_disabled", target: { type: "user", id } });
    return null;
  });
}

/** Makes ten new recovery codes. The old ones stop working. */
export async function renewRecoveryCodes(
  ctx: Ctx,
  input: { password: string; code: string },
): Promise<Result<{ recoveryCodes: string[] }, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  return withProof(ctx, input, async (work, { id }) => {
    const codes = await replaceRecoveryCodes(work, id);
    work.audit({ action: "account.recovery_codes_renewed", target: { type: "user", id } });
    return { recoveryCodes: codes };
  });
}

/** Checks password and code, counting wrong ones. Then makes the change in the transaction that uses up the code. */
async function withProof<T>(
  ctx: Ctx,
  input: { password: string; code: string },
  change: (work: Work, account: Account) => Promise<T>,
): Promise<Result<T, ProofRefusal>> {
  requireOwnSession(ctx.actor);
  const { password, code } = provenSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const account = confirmed.value;
  const subjects = attemptSubjects(account.email, ctx.address);
  const claimed = await claimAttempt(subjects);
  if (claimed.locked) return refused("too_many_attempts");
  return inTransaction(ctx, async (work) => {
    if (await takeCode(work, account.id, code)) {
      await returnAttempt(work, subjects);
      return ok(await change(work, account));
    }
    recordFailure(work, { accountId: account.id, reason: "wrong_code", lockedOut: claimed.lockedOut });
    return refused("wrong_code");
  });
}
