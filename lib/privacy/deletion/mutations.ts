import "server-only";
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { dataExports } from "@/db/schema/data-exports";
import { mails } from "@/db/schema/mails";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins, requireStillAdmin } from "@/lib/accounts/admins/mutations";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { clearAttempts } from "@/lib/accounts/lockout/mutations";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { endSessionsOf } from "@/lib/accounts/sessions/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { asSystem } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { notifySessionEnded } from "@/lib/events/mutations";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { postMails, queueMail } from "@/lib/mail/mutations";
import { deleteDueObjects, deleteForgottenNow, forgetObjects } from "@/lib/objects/mutations";
import { DELETION_GRACE_SECONDS } from "@/lib/privacy/constants";
import { insertExport, queueExport } from "@/lib/privacy/exports/mutations";
import { deletionRequestedMail } from "@/lib/privacy/letters";
import {
  type Confirmed,
  confirmedSchema,
  type DeletePerson,
  deletePersonSchema,
  type LeavingPerson,
  leavingPersonSchema,
} from "@/lib/privacy/schema";
import { removeSamples } from "@/lib/samples/mutations";

const ACCOUNTS_A_SWEEP = 20;
const SAMPLES_AT_ONCE = 100;

const grace = sql`make_interval(secs => ${DELETION_GRACE_SECONDS})`;
/** Both sides of one instant: what can be called back is not yet due, and what is due cannot be called back. */
const isDue = (): SQL => sql`${users.deletionRequestedAt} <= now() - ${grace}`;
const canBeCalledBack = (): SQL => sql`${users.deletionRequestedAt} > now() - ${grace}`;

/** The account goes when the grace period is over. Until then signing in still works, and calls it back. */
export async function requestDeletion(
  ctx: Ctx,
  input: Confirmed,
): Promise<Result<null, ConfirmRefusal | "not_found" | "last_admin" | "already_requested">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const { id, email } = confirmed.value;
  const result = await db().transaction(async (tx) => {
    await lockAdmins(tx);
    const refusal = await markLeaving(tx, id);
    if (refusal) return refused(refusal);
    const ended = await shutOut(tx, id);
    const mail = await queueMail(tx, deletionRequestedMail(email));
    const target = { type: "user", id };
    await recordAudit(tx, ctx, { action: "account.deletion_requested", target, after: { ended } });
    return ok(mail);
  });
  if (!result.ok) return result;
  postMails([result.value]);
  return ok(null);
}

/** Called back by its owner, signed in during the grace period. */
export async function keepAccount(ctx: Ctx): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  return callBack(ctx, ctx.actor.id);
}

/**
 * An administrator deletes somebody's account: nothing of it works from here on, and it goes when the grace period is
 * over. `withExport` has everything put together first; `openExportAsAdmin` fetches it until then, and
 * `keepPersonAsAdmin` calls the deletion back, after which the account is still suspended.
 */
export async function deletePersonAsAdmin(
  ctx: Ctx,
  input: DeletePerson,
): Promise<Result<{ exportId: string | null }, "not_found" | "yourself" | "last_admin" | "already_requested">> {
  requirePermission(ctx.actor, "users:manage");
  const { id, withExport } = deletePersonSchema.parse(input);
  if (id === ctx.actor.id) return refused("yourself");
  const target = { type: "user", id };
  const result = await db().transaction(async (tx) => {
    await lockAdmins(tx);
    await requireStillAdmin(tx, ctx.actor);
    const refusal = await markLeaving(tx, id, { suspendedAt: sql`coalesce(${users.suspendedAt}, now())` });
    if (refusal) return refused(refusal);
    const ended = await shutOut(tx, id);
    const exportId = withExport ? await insertExport(tx, id) : null;
    if (exportId) await recordAudit(tx, ctx, { action: "user.export_requested", target, after: { exportId } });
    await recordAudit(tx, ctx, { action: "user.deleted", target, after: { ended, withExport } });
    return ok({ exportId });
  });
  if (result.ok && result.value.exportId) await queueExport(result.value.exportId);
  return result;
}

/** The account stays; whether its owner may use it again is said by unsuspending it. */
export async function keepPersonAsAdmin(ctx: Ctx, input: LeavingPerson): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  return callBack(ctx, leavingPersonSchema.parse(input).id);
}

/** Why not; null where it is marked. Under `lockAdmins` only. */
async function markLeaving(tx: Executor, id: string, also: { suspendedAt?: SQL } = {}) {
  const marked = await tx
    .update(users)
    .set({ deletionRequestedAt: sql`now()`, ...also })
    .where(and(eq(users.id, id), isNull(users.deletionRequestedAt), isNotLastAdmin()))
    .returning({ id: users.id });
  if (marked.length > 0) return null;
  const [left] = await tx.select({ at: users.deletionRequestedAt }).from(users).where(eq(users.id, id));
  if (!left) return "not_found" as const;
  return left.at ? ("already_requested" as const) : ("last_admin" as const);
}

/** Ends sessions, and tells open event streams of programs; keys are refused while the account is leaving. */
async function shutOut(tx: Executor, userId: string): Promise<number> {
  const live = and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt));
  for (const { id } of await tx.select({ id: apiKeys.id }).from(apiKeys).where(live)) await notifySessionEnded(tx, id);
  return endSessionsOf(tx, userId);
}

async function callBack(ctx: Ctx, id: string): Promise<Result<null, "not_found">> {
  return db().transaction(async (tx) => {
    const kept = await tx
      .update(users)
      .set({ deletionRequestedAt: null })
      .where(and(eq(users.id, id), canBeCalledBack()))
      .returning({ id: users.id });
    if (kept.length === 0) return refused("not_found");
    await recordAudit(tx, ctx, { action: "account.deletion_cancelled", target: { type: "user", id } });
    return ok(null);
  });
}

/**
 * First step of the sweep: accounts whose time is over, from now on shut to everybody, so that nothing new is put into
 * them while they are emptied. The last administrator's stays, should it have become that meanwhile.
 */
export async function claimDueAccounts(): Promise<string[]> {
  return db().transaction(async (tx) => {
    await lockAdmins(tx);
    const due = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(isNotNull(users.deletionRequestedAt), isDue(), isNotLastAdmin()))
      .orderBy(users.deletionRequestedAt)
      .limit(ACCOUNTS_A_SWEEP)
      .for("update");
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return [];
    const suspendedAt = sql`coalesce(${users.suspendedAt}, now())`;
    await tx.update(users).set({ suspendedAt }).where(inArray(users.id, ids));
    for (const id of ids) await shutOut(tx, id);
    return ids;
  });
}

/** Second step: samples with their objects, uploads under way with their parts. How many went in all. */
export async function emptyAccount(userId: string): Promise<number> {
  const some = sql`${samples.id} in (select id from ${samples} where owner_id = ${userId} limit ${SAMPLES_AT_ONCE})`;
  const leaving = sql`exists (select 1 from ${users} where ${users.id} = ${userId} and ${isDue()})`;
  let removed = 0;
  for (;;) {
    const gone = await removeSamples(and(eq(samples.ownerId, userId), leaving, some));
    if (gone === 0) return removed;
    removed += gone;
  }
}

/** Last step: the row and everything that hangs on it, exports, mails. False where it is gone already. */
export async function removeAccount(userId: string): Promise<boolean> {
  const exported = await db().transaction(async (tx) => {
    const [account] = await tx
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, userId), isDue()))
      .for("update");
    if (!account) return null;
    const [left] = await tx.select({ id: samples.id }).from(samples).where(eq(samples.ownerId, userId)).limit(1);
    if (left) throw new Error("the account is not empty");
    const objects = await tx
      .delete(dataExports)
      .where(eq(dataExports.userId, userId))
      .returning({ objectKey: dataExports.objectKey });
    const forgotten = objects.flatMap(({ objectKey }) => (objectKey ? [{ objectKey }] : []));
    await forgetObjects(tx, forgotten);
    await tx.delete(mails).where(eq(mails.recipient, account.email));
    await clearAttempts(tx, accountSubject(account.email));
    await tx.delete(users).where(eq(users.id, userId));
    await recordAudit(tx, asSystem(), { action: "account.deleted", target: { type: "user", id: userId } });
    return forgotten;
  });
  if (!exported) return false;
  if (exported.length > 0) await deleteForgottenNow(exported);
  await deleteDueObjects(SAMPLES_AT_ONCE);
  return true;
}
