import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { isNotLastAdmin } from "@/lib/accounts/admins/writes";
import { endSessionsOf } from "@/lib/accounts/sessions/writes";
import { endStreamsOfKeys } from "@/lib/api-keys/writes";
import { DELETION_GRACE_SECONDS } from "@/lib/privacy/constants";
import type { Work } from "@/lib/work/unit-of-work";

const grace = sql`make_interval(secs => ${DELETION_GRACE_SECONDS})`;
/** Exact opposites, so that no account can be both due for deletion and still be kept. */
export const isDue = (): SQL => sql`${users.deletionRequestedAt} <= now() - ${grace}`;
export const canBeCalledBack = (): SQL => sql`${users.deletionRequestedAt} > now() - ${grace}`;

/** Marks an account for deletion. Returns null, or why it is refused. Call `lockAdmins` first. */
export async function markLeaving(work: Work, id: string, also: { suspendedAt?: SQL } = {}) {
  const marked = await work.tx
    .update(users)
    .set({ deletionRequestedAt: sql`now()`, ...also })
    .where(and(eq(users.id, id), isNull(users.deletionRequestedAt), isNotLastAdmin()))
    .returning({ id: users.id });
  if (marked.length > 0) return null;
  const [left] = await work.tx.select({ at: users.deletionRequestedAt }).from(users).where(eq(users.id, id));
  if (!left) return "not_found" as const;
  return left.at ? ("already_requested" as const) : ("last_admin" as const);
}

/** Ends the account's sessions and its programs' event streams. Its keys are refused while it waits for deletion. */
export async function shutOut(work: Work, userId: string): Promise<number> {
  await endStreamsOfKeys(work, userId);
  return endSessionsOf(work, userId);
}
