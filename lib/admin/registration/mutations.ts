import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { systemSettings } from "@/db/schema/system-settings";
import { users } from "@/db/schema/users";
import { invitationMail, invitationUrl } from "@/lib/accounts/letters";
import { REGISTRATION_SETTING, readRegistrationMode } from "@/lib/accounts/registration/lookups";
import type { RegistrationMode } from "@/lib/accounts/registration/schema";
import { newToken, tokenHash } from "@/lib/accounts/tokens/one-time-token";
import { lockAddresses } from "@/lib/accounts/writes";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { mailIsSent } from "@/lib/mail/transport";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { type CreateInvitation, createInvitationSchema, invitationSchema, setRegistrationSchema } from "./schema";

/** Decides who may register. Open invitations stay, and work again if registering by invitation is allowed again. */
export async function setRegistration(ctx: Ctx, input: { mode: RegistrationMode }): Promise<Result<null, "no_change">> {
  requirePermission(ctx.actor, "users:manage");
  const { mode } = setRegistrationSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    // Registrations that are under way end first, so that none gets in by the old rule after this.
    await lockAddresses(work);
    const before = await readRegistrationMode(work.tx);
    if (before === mode) return refused("no_change");
    await work.tx
      .insert(systemSettings)
      .values({ name: REGISTRATION_SETTING, value: mode })
      .onConflictDoUpdate({ target: systemSettings.name, set: { value: mode, updatedAt: sql`now()` } });
    work.audit({ action: "registration.mode_changed", before: { mode: before }, after: { mode } });
    return ok(null);
  });
}

/**
 * Makes an invitation, for one address or as a link for anyone. The link is in the answer only if no mail brings it to
 * the person: then the admin passes it on.
 */
export async function createInvitation(
  ctx: Ctx,
  input: CreateInvitation,
): Promise<Result<{ link: string | null }, "email_taken" | "already_invited">> {
  requirePermission(ctx.actor, "users:manage");
  const { email, days } = createInvitationSchema.parse(input);
  const token = newToken();
  return inTransaction(ctx, async (work) => {
    const refusal = email && (await whyNotInvited(work, email));
    if (refusal) return refused(refusal);
    const [made] = await work.tx
      .insert(invitations)
      .values({
        tokenHash: tokenHash(token),
        email,
        createdBy: ctx.actor.id,
        expiresAt: sql`now() + make_interval(days => ${days})`,
      })
      .returning({ id: invitations.id });
    if (!made) throw new Error("insert returned no row");
    if (email && mailIsSent()) work.mail(invitationMail(email, token, days));
    const target = { type: "invitation", id: made.id };
    work.audit({ action: "invitation.created", target, after: { isForOneAddress: email !== null, days } });
    return ok({ link: email && mailIsSent() ? null : invitationUrl(token) });
  });
}

async function whyNotInvited(work: Work, email: string): Promise<"email_taken" | "already_invited" | null> {
  await lockAddresses(work);
  const [account] = await work.tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (account) return "email_taken";
  const [open] = await work.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.email, email), isUsable()));
  return open ? "already_invited" : null;
}

const isUsable = () =>
  and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, sql`now()`));

/** The link stops working at once. */
export async function withdrawInvitation(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = invitationSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [withdrawn] = await work.tx
      .update(invitations)
      .set({ withdrawnAt: sql`now()` })
      .where(and(eq(invitations.id, id), isUsable()))
      .returning({ id: invitations.id });
    if (!withdrawn) return refused("not_found");
    work.audit({ action: "invitation.withdrawn", target: { type: "invitation", id } });
    return ok(null);
  });
}
