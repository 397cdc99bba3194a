import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins } from "@/lib/accounts/admins/mutations";
import { clearAttempts } from "@/lib/accounts/lockout/mutations";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { insertAccount } from "@/lib/accounts/mutations";
import { hashPassword } from "@/lib/accounts/password";
import { type PasswordFault, passwordFault } from "@/lib/accounts/passwords/password-rules";
import { endSessionsOf } from "@/lib/accounts/sessions/mutations";
import { voidTokens } from "@/lib/accounts/tokens/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { asOperator } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Role } from "@/lib/identity/permissions";
import {
  type OperatorCreate,
  type OperatorReset,
  type OperatorRole,
  operatorCreateSchema,
  operatorResetSchema,
  operatorRoleSchema,
} from "./schema";

// Whoever can run these on the machine can also read its database: nobody is asked for a permission, all is recorded.

type Fault = `password_${PasswordFault}`;

/** An account that can be used at once; the first of an installation is an admin whatever is asked. */
export async function createUserAsOperator(
  input: OperatorCreate,
): Promise<Result<{ userId: string; role: Role }, "email_taken" | Fault>> {
  const { email, name, password, role } = operatorCreateSchema.parse(input);
  const fault = passwordFault(password, { name, email });
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  const emailVerifiedAt = sql`now()`;
  return db().transaction(async (tx) => {
    const account = { name, email, passwordHash, isDemo: false, mustVerifyEmail: false, emailVerifiedAt };
    const created = await insertAccount(tx, account);
    if (!created) return refused("email_taken");
    const { userId } = created;
    const granted = created.role === "admin" ? "admin" : (role ?? created.role);
    await tx.update(users).set({ role: granted }).where(eq(users.id, userId));
    const target = { type: "user", id: userId };
    await recordAudit(tx, asOperator(), { action: "user.created_by_operator", target, after: { role: granted } });
    return ok({ userId, role: granted });
  });
}

/** Another role, also for oneself: this is the way back for who has none that helps. */
export async function setRoleAsOperator(
  input: OperatorRole,
): Promise<Result<{ before: Role }, "unknown_address" | "demo_account" | "last_admin">> {
  const { email, role } = operatorRoleSchema.parse(input);
  return db().transaction(async (tx) => {
    await lockAdmins(tx);
    const account = await findForUpdate(tx, email);
    if (!account) return refused("unknown_address");
    if (account.isDemo) return refused("demo_account");
    if (account.role === role) return ok({ before: role });
    const changed = await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, account.id), role === "admin" ? undefined : isNotLastAdmin()))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    const change = { before: { role: account.role }, after: { role } };
    const target = { type: "user", id: account.id };
    await recordAudit(tx, asOperator(), { action: "user.role_changed", target, ...change });
    return ok({ before: account.role });
  });
}

/**
 * A new password, and a way to use it: every session and reset link ends, waiting after failures is over, the address
 * counts as confirmed. The second factor goes only where that is asked.
 */
export async function resetPasswordAsOperator(
  input: OperatorReset,
): Promise<Result<{ ended: number }, "unknown_address" | "demo_account" | Fault>> {
  const { email, password, removeSecondFactor } = operatorResetSchema.parse(input);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const account = await findForUpdate(tx, email);
    if (!account) return refused("unknown_address");
    if (account.isDemo) return refused("demo_account");
    const fault = passwordFault(password, account);
    if (fault) return refused(`password_${fault}`);
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await tx.update(users).set({ passwordHash, emailVerifiedAt }).where(eq(users.id, account.id));
    await voidTokens(tx, account.id, "reset-password", "change-email");
    await clearAttempts(tx, accountSubject(account.email));
    const secondFactorRemoved = removeSecondFactor && (await removeFactor(tx, account.id));
    const ended = await endSessionsOf(tx, account.id);
    const target = { type: "user", id: account.id };
    const after = { ended, secondFactorRemoved };
    await recordAudit(tx, asOperator(), { action: "user.password_reset_by_operator", target, after });
    return ok({ ended });
  });
}

async function findForUpdate(tx: Executor, email: string) {
  const { id, name, role, isDemo } = users;
  const columns = { id, name, email: users.email, role, isDemo };
  const [row] = await tx.select(columns).from(users).where(eq(users.email, email)).for("update");
  return row ?? null;
}

async function removeFactor(tx: Executor, userId: string): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const removed = await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  return (removed.rowCount ?? 0) > 0;
}
