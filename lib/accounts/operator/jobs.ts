import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins } from "@/lib/accounts/admins/writes";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { clearAttempts } from "@/lib/accounts/lockout/writes";
import { hashPassword } from "@/lib/accounts/password";
import { type PasswordFault, passwordFault } from "@/lib/accounts/passwords/password-rules";
import { type NewAccountInput, newAccountSchema } from "@/lib/accounts/schema";
import { endSessionsOf } from "@/lib/accounts/sessions/writes";
import { voidTokens } from "@/lib/accounts/tokens/writes";
import { insertAccount, openAccount } from "@/lib/accounts/writes";
import { revokeKeysOf } from "@/lib/api-keys/writes";
import { asOperator } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import type { Role } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import {
  type OperatorCreate,
  type OperatorReset,
  type OperatorRole,
  operatorCreateSchema,
  operatorResetSchema,
  operatorRoleSchema,
} from "./schema";

// Whoever runs these commands can read the database anyway, so no permission is asked for. Everything is recorded.

type Fault = `password_${PasswordFault}`;

/** Registers an account. The installation's first account is an admin, but never the demo account. */
export async function registerAccount(
  input: NewAccountInput,
  { isDemo = false, mustVerifyEmail = false } = {},
): Promise<Result<{ userId: string; mustVerifyEmail: boolean }, "email_taken" | Fault>> {
  const { name, email, password } = newAccountSchema.parse(input);
  const fault = passwordFault(password, { name, email });
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  const account = { name, email, passwordHash, isDemo, mustVerifyEmail };
  const created = await inTransaction(asOperator(), (work) => openAccount(work, account));
  return created ? ok(created) : refused("email_taken");
}

/** Sets a new password and ends every session. The demo account gets a new password at each start. */
export async function resetPassword(userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTransaction(asOperator(), async (work) => {
    await work.tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await endSessionsOf(work, userId);
    work.audit({ action: "user.password_reset_by_operator", target: { type: "user", id: userId } });
  });
}

/** Creates an account that works at once. The installation's first account is an admin whatever role is asked for. */
export async function createUserAsOperator(
  input: OperatorCreate,
): Promise<Result<{ userId: string; role: Role }, "email_taken" | Fault>> {
  const { email, name, password, role } = operatorCreateSchema.parse(input);
  const fault = passwordFault(password, { name, email });
  if (fault) return refused(`password_${fault}`);
  const passwordHash = await hashPassword(password);
  const emailVerifiedAt = sql`now()`;
  return inTransaction(asOperator(), async (work) => {
    const account = { name, email, passwordHash, isDemo: false, mustVerifyEmail: false, emailVerifiedAt };
    const created = await insertAccount(work, account);
    if (!created) return refused("email_taken");
    const { userId } = created;
    const granted = created.role === "admin" ? "admin" : (role ?? created.role);
    await work.tx.update(users).set({ role: granted }).where(eq(users.id, userId));
    const target = { type: "user", id: userId };
    work.audit({ action: "user.created_by_operator", target, after: { role: granted } });
    return ok({ userId, role: granted });
  });
}

/** Changes any account's role, the operator's own too: this is how an installation without an admin gets one again. */
export async function setRoleAsOperator(
  input: OperatorRole,
): Promise<Result<{ before: Role }, "unknown_address" | "demo_account" | "last_admin">> {
  const { email, role } = operatorRoleSchema.parse(input);
  return inTransaction(asOperator(), async (work) => {
    await lockAdmins(work);
    const account = await findForUpdate(work, email);
    if (!account) return refused("unknown_address");
    if (account.isDemo) return refused("demo_account");
    if (account.role === role) return ok({ before: role });
    const changed = await work.tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, account.id), role === "admin" ? undefined : isNotLastAdmin()))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    const change = { before: { role: account.role }, after: { role } };
    const target = { type: "user", id: account.id };
    work.audit({ action: "user.role_changed", target, ...change });
    return ok({ before: account.role });
  });
}

/**
 * Sets a new password that works at once. Ends every session and every API key, voids reset links, lifts a lockout and confirms the
 * address. Removes the second factor only if asked to.
 */
export async function resetPasswordAsOperator(
  input: OperatorReset,
): Promise<Result<{ ended: number; endedKeys: number }, "unknown_address" | "demo_account" | Fault>> {
  const { email, password, removeSecondFactor } = operatorResetSchema.parse(input);
  const passwordHash = await hashPassword(password);
  return inTransaction(asOperator(), async (work) => {
    const account = await findForUpdate(work, email);
    if (!account) return refused("unknown_address");
    if (account.isDemo) return refused("demo_account");
    const fault = passwordFault(password, account);
    if (fault) return refused(`password_${fault}`);
    const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
    await work.tx.update(users).set({ passwordHash, emailVerifiedAt }).where(eq(users.id, account.id));
    await voidTokens(work, account.id, "reset-password", "change-email");
    await clearAttempts(work, accountSubject(account.email));
    const secondFactorRemoved = removeSecondFactor && (await removeFactor(work, account.id));
    const ended = await endSessionsOf(work, account.id);
    const target = { type: "user", id: account.id };
    const endedKeys = await revokeKeysOf(work, account.id);
    const after = { ended, endedKeys, secondFactorRemoved };
    work.audit({ action: "user.password_reset_by_operator", target, after });
    return ok({ ended, endedKeys });
  });
}

async function findForUpdate(work: Work, email: string) {
  const { id, name, role, isDemo } = users;
  const columns = { id, name, email: users.email, role, isDemo };
  const [row] = await work.tx.select(columns).from(users).where(eq(users.email, email)).for("update");
  return row ?? null;
}

async function removeFactor(work: Work, userId: string): Promise<boolean> {
  await work.tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const removed = await work.tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  return (removed.rowCount ?? 0) > 0;
}
