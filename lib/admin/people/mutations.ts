import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins, requireStillAdmin } from "@/lib/accounts/admins/writes";
import { RESET_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { resetPasswordMail } from "@/lib/accounts/letters";
import { endSessionsOf } from "@/lib/accounts/sessions/writes";
import { issueToken, voidTokens } from "@/lib/accounts/tokens/writes";
import { endStreamsOfKeys } from "@/lib/api-keys/writes";
import type { AuditEvent } from "@/lib/audit/schema";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { type Role, requirePermission } from "@/lib/identity/permissions";
import { mailIsSent } from "@/lib/mail/transport";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { type PersonVerb, refusalOf } from "./policy";
import {
  type ChangeRole,
  changeRoleSchema,
  type PersonId,
  type PersonRefusal,
  personSchema,
  type SetBeta,
  type SetQuota,
  setBetaSchema,
  setQuotaSchema,
} from "./schema";

/** Changes a person's role. Its permissions apply from their next request. */
export async function changeRole(ctx: Ctx, input: ChangeRole): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, role } = changeRoleSchema.parse(input);
  return changePerson(ctx, { id, verb: "role", role }, async (work, person) => {
    if (person.role === role) return refused("no_change");
    const isAllowed = role === "admin" ? undefined : isNotLastAdmin();
    const changed = await work.tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, id), isAllowed))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    return ok({ action: "user.role_changed", before: { role: person.role }, after: { role } });
  });
}

/** Sets a person's own quota. Null restores the given one. */
export async function setQuota(ctx: Ctx, input: SetQuota): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, uploadsPerDay, storageBytes } = setQuotaSchema.parse(input);
  return changePerson(ctx, { id, verb: "quota" }, async (work, { uploadsPerDayOverride, storageBytesOverride }) => {
    const before = { uploadsPerDay: uploadsPerDayOverride, storageBytes: storageBytesOverride };
    if (before.uploadsPerDay === uploadsPerDay && before.storageBytes === storageBytes) return refused("no_change");
    const overrides = { uploadsPerDayOverride: uploadsPerDay, storageBytesOverride: storageBytes };
    await work.tx.update(users).set(overrides).where(eq(users.id, id));
    return ok({ action: "user.quota_changed", before, after: { uploadsPerDay, storageBytes } });
  });
}

export async function setBeta(ctx: Ctx, input: SetBeta): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, isBeta } = setBetaSchema.parse(input);
  return changePerson(ctx, { id, verb: "beta" }, async (work, person) => {
    if (person.isBeta === isBeta) return refused("no_change");
    await work.tx.update(users).set({ isBeta }).where(eq(users.id, id));
    return ok({ action: "user.beta_changed", before: { isBeta: person.isBeta }, after: { isBeta } });
  });
}

/** Suspends an account: its sessions end, and its keys and links stop working. Its data stays. */
export async function suspendPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "suspend" }, async (work, person) => {
    if (person.suspendedAt) return refused("no_change");
    const changed = await work.tx
      .update(users)
      .set({ suspendedAt: sql`now()` })
      .where(and(eq(users.id, id), isNotLastAdmin()))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    const ended = await endSessionsOf(work, id);
    await voidTokens(work, id, "reset-password", "change-email");
    await endStreamsOfKeys(work, id);
    return ok({ action: "user.suspended", before: { suspended: false }, after: { suspended: true, ended } });
  });
}

/** Lifts a suspension. The person has to sign in again; keys that were not revoked work again. */
export async function unsuspendPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "unsuspend" }, async (work, person) => {
    if (!person.suspendedAt) return refused("no_change");
    if (person.deletionRequestedAt) return refused("leaving");
    await work.tx.update(users).set({ suspendedAt: null }).where(eq(users.id, id));
    return ok({ action: "user.unsuspended", before: { suspended: true }, after: { suspended: false } });
  });
}

/** Ends all of a person's sessions. Their keys keep working. */
export async function signOutPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "sign-out" }, async (work) => {
    const ended = await endSessionsOf(work, id);
    return ok({ action: "user.signed_out", after: { ended } });
  });
}

type ResetLinkRefusal = PersonRefusal | "suspended" | "sent_just_now";

/**
 * Sends the link that the person could request themselves. `mailed` is false if this server sends no mail: the link
 * then waits on the mail page.
 */
export async function sendResetLink(ctx: Ctx, input: PersonId): Promise<Result<{ mailed: boolean }, ResetLinkRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  const result = await changePerson<"suspended" | "sent_just_now">(
    ctx,
    { id, verb: "reset-link" },
    async (work, { email, suspendedAt }) => {
      if (suspendedAt) return refused("suspended");
      const lifetimeSeconds = RESET_TOKEN_SECONDS;
      const token = await issueToken(work, { userId: id, purpose: "reset-password", email, lifetimeSeconds });
      if (!token) return refused("sent_just_now");
      work.mail(resetPasswordMail(email, token));
      return ok({ action: "account.password_reset_requested" });
    },
  );
  return result.ok ? ok({ mailed: mailIsSent() }) : result;
}

const personColumns = {
  id: users.id,
  email: users.email,
  role: users.role,
  isDemo: users.isDemo,
  isBeta: users.isBeta,
  uploadsPerDayOverride: users.uploadsPerDayOverride,
  storageBytesOverride: users.storageBytesOverride,
  suspendedAt: users.suspendedAt,
  deletionRequestedAt: users.deletionRequestedAt,
};

const findForUpdate = (work: Work, id: string) =>
  work.tx.select(personColumns).from(users).where(eq(users.id, id)).for("update");
type StoredPerson = Awaited<ReturnType<typeof findForUpdate>>[number];

/** A change, as the audit records it. */
type Change = Omit<AuditEvent, "target">;

interface Wanted {
  id: string;
  verb: PersonVerb;
  role?: Role;
}

/** Makes one change at a time to an account and audits it, after checking that the actor is still an admin. */
async function changePerson<More extends string = never>(
  ctx: Ctx,
  { id, verb, role }: Wanted,
  change: (work: Work, person: StoredPerson) => Promise<Result<Change, PersonRefusal | More>>,
): Promise<Result<null, PersonRefusal | More>> {
  return inTransaction(ctx, async (work) => {
    await lockAdmins(work);
    await requireStillAdmin(work, ctx.actor);
    const [person] = await findForUpdate(work, id);
    if (!person) return refused("not_found");
    const refusal = refusalOf(ctx.actor, person, verb, role);
    if (refusal) return refused(refusal);
    const changed = await change(work, person);
    if (!changed.ok) return changed;
    work.audit({ ...changed.value, target: { type: "user", id } });
    return ok(null);
  });
}
