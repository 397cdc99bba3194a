import "server-only";
import { type ConfirmRefusal, confirmPassword } from "@/lib/accounts/confirm-password/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { presignGet } from "@/lib/platform/s3";
import { EXPORT_CONTENT_TYPE, EXPORT_LINK_SECONDS } from "@/lib/privacy/constants";
import { type Confirmed, confirmedSchema, type LeavingPerson, leavingPersonSchema } from "@/lib/privacy/schema";
import { inTransaction } from "@/lib/work/unit-of-work";
import { findReadyExport, isLeaving } from "./lookups";
import { beginExport } from "./writes";

/**
 * Starts an export of everything that belongs to the actor, in the background. Only one can run at a time, and only one
 * is kept.
 */
export async function requestExport(
  ctx: Ctx,
  input: Confirmed,
): Promise<Result<{ id: string }, ConfirmRefusal | "already_requested">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction(ctx, async (work) => {
    const id = await beginExport(work, ctx.actor.id);
    if (!id) return refused("already_requested");
    work.audit({ action: "account.export_requested", target: { type: "data_export", id } });
    return ok({ id });
  });
}

/** Returns a URL for the actor's export that works for a quarter of an hour. */
export async function openExport(
  ctx: Ctx,
  input: Confirmed,
  origin: string,
): Promise<Result<{ url: string }, ConfirmRefusal | "not_found">> {
  requireOwnSession(ctx.actor);
  const { password } = confirmedSchema.parse(input);
  const confirmed = await confirmPassword(ctx, password);
  return confirmed.ok ? linkTo(ctx, ctx.actor.id, origin) : confirmed;
}

/** The same for an admin, but only for an account that waits for deletion. */
export async function openExportAsAdmin(
  ctx: Ctx,
  input: LeavingPerson,
  origin: string,
): Promise<Result<{ url: string }, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = leavingPersonSchema.parse(input);
  return (await isLeaving(id)) ? linkTo(ctx, id, origin) : refused("not_found");
}

async function linkTo(ctx: Ctx, userId: string, origin: string): Promise<Result<{ url: string }, "not_found">> {
  const found = await findReadyExport(userId);
  if (!found) return refused("not_found");
  const { id, objectKey: key, at } = found;
  const fileName = `samplemind-${at.toISOString().slice(0, 10)}.zip`;
  const file = { key, fileName, contentType: EXPORT_CONTENT_TYPE };
  const url = await presignGet({ ...file, origin, issuedTo: ctx.actor.id, expiresSeconds: EXPORT_LINK_SECONDS });
  await inTransaction(ctx, (work) =>
    work.audit({ action: "account.export_downloaded", target: { type: "data_export", id } }),
  );
  return ok({ url });
}
