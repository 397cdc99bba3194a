import "server-only";
import { lt, or, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { invitations } from "@/db/schema/invitations";

/** How long an admin still sees an invitation that can no longer be used. */
const KEPT_DAYS = 30;

/** Removes invitations that ended long ago, and with them the addresses of people who never came. */
export async function sweepInvitations(): Promise<number> {
  const before = sql`now() - make_interval(days => ${KEPT_DAYS})`;
  const { expiresAt, usedAt, withdrawnAt } = invitations;
  const ended = or(lt(expiresAt, before), lt(usedAt, before), lt(withdrawnAt, before));
  const swept = await inLongTransaction((tx) => tx.delete(invitations).where(ended));
  return swept.rowCount ?? 0;
}
