import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { users } from "@/db/schema/users";
import { readRegistrationMode } from "@/lib/accounts/registration/lookups";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { InvitationRow, InvitationState, RegistrationSettings } from "./schema";

/** Ended ones are removed after a month, so that the list stays short. */
const LISTED_MAX = 200;

const inviter = alias(users, "inviter");
const guest = alias(users, "guest");

const state = sql<InvitationState>`case
  when ${invitations.usedAt} is not null then 'used'
  when ${invitations.withdrawnAt} is not null then 'withdrawn'
  when ${invitations.expiresAt} <= now() then 'expired' else 'open' end`;

/** Who may register, and the invitations, newest first. */
export async function readRegistration(actor: Actor): Promise<RegistrationSettings> {
  requirePermission(actor, "users:manage");
  const { id, email, createdAt, expiresAt } = invitations;
  const [mode, rows] = await Promise.all([
    readRegistrationMode(),
    db()
      .select({
        ...{ id, email, state, createdAt, expiresAt },
        invitedBy: inviter.name,
        registered: { id: guest.id, name: guest.name, email: guest.email },
      })
      .from(invitations)
      .leftJoin(inviter, eq(inviter.id, invitations.createdBy))
      .leftJoin(guest, eq(guest.id, invitations.usedBy))
      .orderBy(desc(createdAt), desc(id))
      .limit(LISTED_MAX),
  ]);
  const listed = rows.map((row): InvitationRow => {
    return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
  });
  return { mode, invitations: listed };
}
