import "server-only";
import { eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { lockAddresses } from "@/lib/accounts/writes";
import type { Result } from "@/lib/errors";
import type { Work } from "@/lib/work/unit-of-work";
import { type Admission, type Candidate, findAdmission } from "./lookups";
import type { RegistrationRefusal, Visitor } from "./schema";

/**
 * Decides whether a visitor may register, in the transaction that makes the account. The lock puts registrations in
 * order: of two at once, only one can be the first, and only one can use an invitation.
 */
export async function admit(
  work: Work,
  visitor: Pick<Visitor, "isLocal">,
  candidate: Candidate,
): Promise<Result<Admission, RegistrationRefusal>> {
  await lockAddresses(work);
  return findAdmission(work.tx, visitor, candidate);
}

/** Marks the invitation as used. From then on the account says who came, so the address is not kept twice. */
export async function spendInvitation(work: Work, invitationId: string | null, userId: string): Promise<void> {
  if (!invitationId) return;
  await work.tx
    .update(invitations)
    .set({ usedAt: sql`now()`, usedBy: userId, email: null })
    .where(eq(invitations.id, invitationId));
}
