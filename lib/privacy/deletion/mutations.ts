import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { lockAdmins, requireStillAdmin } from "@/lib/accounts/admins/writes";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { beginExport } from "@/lib/privacy/exports/writes";
import { deletionRequestedMail } from "@/lib/privacy/letters";
import {
  type Confirmed,
  confirmedSchema,
  type DeletePerson,
  deletePersonSchema,
  type LeavingPerson,
  leavingPersonSchema,
} from "@/lib/privacy/schema";
import { inTransaction } from "@/lib/work/unit-of-work";
import { canBeCalledBack, markLeaving, shutOut } from "./writes";

/** Requests deletion at the end of the grace period. Until then the owner can sign in and keep the account. */
export async function requestDeletion(
  ctx: Ctx,
  input: Confirmed,
): Promise<Result<null, ConfirmRefusal | "not_found" | "last_admin" | "already_requested">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  const { id, email } = confirmed.value;
  return inTransaction(ctx, async (work) => {
    await lockAdmins(work);
    const refusal = await markLeaving(work, id);
    if (refusal) return refused(refusal);
    const ended = await shutOut(work, id);
    work.mail(deletionRequestedMail(email));
    work.audit({ action: "account.deletion_requested", target: { type: "user", id }, after: { ended } });
    return ok(null);
  });
}

/** Cancels the deletion: the owner signed in during the grace period. */
export async function keepAccount(ctx: Ctx): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  return callBack(ctx, ctx.actor.id);
}

/**
 * An admin deletes an account. It stops working at once and is removed at the end of the grace period. `withExport`
 * also starts an export, which `openExportAsAdmin` can fetch until then. `keepPersonAsAdmin` cancels the deletion, but
 * the account stays suspended.
 */
export async function deletePersonAsAdmin(
  ctx: Ctx,
  input: DeletePerson,
): Promise<Result<{ exportId: string | null }, "not_found" | "yourself" | "last_admin" | "already_requested">> {
  requirePermission(ctx.actor, "users:manage");
  const { id, withExport } = deletePersonSchema.parse(input);
  if (id === ctx.actor.id) return refused("yourself");
  const target = { type: "user", id };
  return inTransaction(ctx, async (work) => {
    await lockAdmins(work);
    await requireStillAdmin(work, ctx.actor);
    const refusal = await markLeaving(work, id, { suspendedAt: sql`coalesce(${users.suspendedAt}, now())` });
    if (refusal) return refused(refusal);
    const ended = await shutOut(work, id);
    const exportId = withExport ? await beginExport(work, id) : null;
    if (exportId) work.audit({ action: "user.export_requested", target, after: { exportId } });
    work.audit({ action: "user.deleted", target, after: { ended, withExport } });
    return ok({ exportId });
  });
}

/** Cancels the deletion. The owner can use the account again once its suspension is lifted. */
export async function keepPersonAsAdmin(ctx: Ctx, input: LeavingPerson): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  return callBack(ctx, leavingPersonSchema.parse(input).id);
}

async function callBack(ctx: Ctx, id: string): Promise<Result<null, "not_found">> {
  return inTransaction(ctx, async (work) => {
    const kept = await work.tx
      .update(users)
      .set({ deletionRequestedAt: null })
      .where(and(eq(users.id, id), canBeCalledBack()))
      .returning({ id: users.id });
    if (kept.length === 0) return refused("not_found");
    work.audit({ action: "account.deletion_cancelled", target: { type: "user", id } });
    return ok(null);
  });
}
