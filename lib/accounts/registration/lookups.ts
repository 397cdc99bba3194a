import "server-only";
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { systemSettings } from "@/db/schema/system-settings";
import { users } from "@/db/schema/users";
import { tokenHash } from "@/lib/accounts/tokens/one-time-token";
import { env } from "@/lib/env";
import { ok, type Result, refused } from "@/lib/errors";
import {
  type RegistrationEntry,
  type RegistrationMode,
  type RegistrationRefusal,
  registrationModeSchema,
  type Visitor,
} from "./schema";
import { isSetupCode } from "./setup-code";

export const REGISTRATION_SETTING = "registration";

/** What an admin has set, otherwise what the operator has. */
export async function readRegistrationMode(executor: Executor = db()): Promise<RegistrationMode> {
  const [row] = await executor
    .select({ value: systemSettings.value })
    .from(systemSettings)
    .where(eq(systemSettings.name, REGISTRATION_SETTING));
  return registrationModeSchema.catch(env.REGISTRATION).parse(row?.value);
}

/** Whether nobody has registered yet. The demo account is nobody. */
export async function hasNobody(executor: Executor = db()): Promise<boolean> {
  const [person] = await executor.select({ id: users.id }).from(users).where(eq(users.isDemo, false)).limit(1);
  return person === undefined;
}

interface Invitation {
  id: string;
  email: string | null;
}

const isOpen = () =>
  and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, sql`now()`));

async function findInvitation(executor: Executor, which: SQL): Promise<Invitation | null> {
  const { id, email } = invitations;
  const [row] = await executor.select({ id, email }).from(invitations).where(and(which, isOpen())).limit(1);
  return row ?? null;
}

export interface Candidate extends RegistrationEntry {
  email: string;
  /** Whether another service vouches that the address is theirs. */
  isEmailProven: boolean;
}

/** The invitation that lets somebody in, if one was needed. */
export interface Admission {
  invitationId: string | null;
  /** Whether the invitation reached the person by mail to this address, which proves that it is theirs. */
  provesEmail: boolean;
}

const WITHOUT_INVITATION: Admission = { invitationId: null, provesEmail: false };

/**
 * Whether a visitor may register. Only under the lock of `admit` is the answer still true when the account is made; without
 * it, it saves the work for somebody who may not.
 */
export async function findAdmission(
  executor: Executor,
  visitor: Pick<Visitor, "isLocal">,
  candidate: Candidate,
): Promise<Result<Admission, RegistrationRefusal>> {
  if (await hasNobody(executor)) {
    if (visitor.isLocal || isSetupCode(candidate.setupCode ?? "")) return ok(WITHOUT_INVITATION);
    return refused(candidate.setupCode ? "setup_code_wrong" : "setup_code_needed");
  }
  const mode = await readRegistrationMode(executor);
  if (mode === "closed") return refused("registration_closed");
  const invited = await admissionBy(executor, candidate);
  return mode === "open" && !invited.ok ? ok(WITHOUT_INVITATION) : invited;
}

async function admissionBy(
  executor: Executor,
  { invitation, email, isEmailProven }: Candidate,
): Promise<Result<Admission, RegistrationRefusal>> {
  const found = invitation
    ? await findInvitation(executor, eq(invitations.tokenHash, tokenHash(invitation)))
    : isEmailProven
      ? await findInvitation(executor, eq(invitations.email, email))
      : null;
  if (!found) return refused(invitation ? "invitation_void" : "invitation_needed");
  if (found.email !== null && found.email !== email) return refused("invitation_for_another");
  return ok({ invitationId: found.id, provesEmail: found.email !== null });
}
