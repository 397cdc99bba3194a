import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins, requireStillAdmin } from "@/lib/accounts/admins/mutations";
import { RESET_TOKEN_SECONDS } from "@/lib/accounts/constants";
import { resetPasswordMail } from "@/lib/accounts/letters";
import { endSessionsOf } from "@/lib/accounts/sessions/mutations";
import { issueToken, voidTokens } from "@/lib/accounts/tokens/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditEvent } from "@/lib/audit/schema";
import { ok, type Result, refused } from "@/lib/errors";
import { notifySessionEnded } from "@/lib/events/mutations";
import type { Ctx } from "@/lib/identity/actor";
import { type Role, requirePermission } from "@/lib/identity/permissions";
import { postMails, type QueuedMail, queueMail } from "@/lib/mail/mutations";
import { mailIsSent } from "@/lib/mail/transport";
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

/** Another role; its permissions hold from the person's next request on. */
export async function changeRole(ctx: Ctx, input: ChangeRole): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, role } = changeRoleSchema.parse(input);
  return changePerson(ctx, { id, verb: "role", role }, async (tx, person) => {
    if (person.role === role) return refused("no_change");
    const isAllowed = role === "admin" ? undefined : isNotLastAdmin();
    const changed = await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, id), isAllowed))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    return ok({ action: "user.role_changed", before: { role: person.role }, after: { role } });
  });
}

/** A quota of this person's own; null for the role's. */
export async function setQuota(ctx: Ctx, input: SetQuota): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, uploadsPerDay, storageBytes } = setQuotaSchema.parse(input);
  return changePerson(ctx, { id, verb: "quota" }, async (tx, { uploadsPerDayOverride, storageBytesOverride }) => {
    const before = { uploadsPerDay: uploadsPerDayOverride, storageBytes: storageBytesOverride };
    if (before.uploadsPerDay === uploadsPerDay && before.storageBytes === storageBytes) return refused("no_change");
    const overrides = { uploadsPerDayOverride: uploadsPerDay, storageBytesOverride: storageBytes };
    await tx.update(users).set(overrides).where(eq(users.id, id));
    return ok({ action: "user.quota_changed", before, after: { uploadsPerDay, storageBytes } });
  });
}

export async function setBeta(ctx: Ctx, input: SetBeta): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id, isBeta } = setBetaSchema.parse(input);
  return changePerson(ctx, { id, verb: "beta" }, async (tx, person) => {
    if (person.isBeta === isBeta) return refused("no_change");
    await tx.update(users).set({ isBeta }).where(eq(users.id, id));
    return ok({ action: "user.beta_changed", before: { isBeta: person.isBeta }, after: { isBeta } });
  });
}

/** Nothing of the account works from here on: its sessions end, its keys and links are refused. What it holds stays. */
export async function suspendPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "suspend" }, async (tx, person) => {
    if (person.suspendedAt) return refused("no_change");
    const changed = await tx
      .update(users)
      .set({ suspendedAt: sql`now()` })
      .where(and(eq(users.id, id), isNotLastAdmin()))
      .returning({ id: users.id });
    if (changed.length === 0) return refused("last_admin");
    const ended = await endSessionsOf(tx, id);
    await voidTokens(tx, id, "reset-password", "change-email");
    await closeStreamsOfKeys(tx, id);
    return ok({ action: "user.suspended", before: { suspended: false }, after: { suspended: true, ended } });
  });
}

/** The person signs in anew; keys that were not revoked work again. */
export async function unsuspendPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "unsuspend" }, async (tx, person) => {
    if (!person.suspendedAt) return refused("no_change");
    if (person.deletionRequestedAt) return refused("leaving");
    await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, id));
    return ok({ action: "user.unsuspended", before: { suspended: true }, after: { suspended: false } });
  });
}

/** Ends every session; keys are another matter. */
export async function signOutPerson(ctx: Ctx, input: PersonId): Promise<Result<null, PersonRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  return changePerson(ctx, { id, verb: "sign-out" }, async (tx) => {
    const ended = await endSessionsOf(tx, id);
    return ok({ action: "user.signed_out", after: { ended } });
  });
}

type ResetLinkRefusal = PersonRefusal | "suspended" | "sent_just_now";

/** The link that the person could ask for themselves. `mailed` is false where it waits on the page of mails. */
export async function sendResetLink(ctx: Ctx, input: PersonId): Promise<Result<{ mailed: boolean }, ResetLinkRefusal>> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = personSchema.parse(input);
  const mails: QueuedMail[] = [];
  const result = await changePerson<"suspended" | "sent_just_now">(
    ctx,
    { id, verb: "reset-link" },
    async (tx, { email, suspendedAt }) => {
      if (suspendedAt) return refused("suspended");
      const lifetimeSeconds = RESET_TOKEN_SECONDS;
      const token = await issueToken(tx, { userId: id, purpose: "reset-password", email, lifetimeSeconds });
      if (!token) return refused("sent_just_now");
      mails.push(await queueMail(tx, resetPasswordMail(email, token)));
      return ok({ action: "account.password_reset_requested" });
    },
  );
  if (!result.ok) return result;
  postMails(mails);
  return ok({ mailed: mailIsSent() });
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

const findForUpdate = (tx: Executor, id: string) =>
  tx.select(personColumns).from(users).where(eq(users.id, id)).for("update");
type StoredPerson = Awaited<ReturnType<typeof findForUpdate>>[number];

/** What was done, as the audit is to have it. */
type Change = Omit<AuditEvent, "target">;

interface Wanted {
  id: string;
  verb: PersonVerb;
  role?: Role;
}

/** One change at a time, by somebody who is still an administrator, to an account as it stands; then the audit row. */
async function changePerson<More extends string = never>(
  ctx: Ctx,
  { id, verb, role }: Wanted,
  change: (tx: Executor, person: StoredPerson) => Promise<Result<Change, PersonRefusal | More>>,
): Promise<Result<null, PersonRefusal | More>> {
  return db().transaction(async (tx) => {
    await lockAdmins(tx);
    await requireStillAdmin(tx, ctx.actor);
    const [person] = await findForUpdate(tx, id);
    if (!person) return refused("not_found");
    const refusal = refusalOf(ctx.actor, person, verb, role);
    if (refusal) return refused(refusal);
    const changed = await change(tx, person);
    if (!changed.ok) return changed;
    await recordAudit(tx, ctx, { ...changed.value, target: { type: "user", id } });
    return ok(null);
  });
}

/** Open event streams of programs end; their next request is refused for what their owner now is. */
async function closeStreamsOfKeys(tx: Executor, userId: string): Promise<void> {
  const live = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)));
  for (const { id } of live) await notifySessionEnded(tx, id);
}
