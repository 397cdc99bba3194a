import "server-only";
import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/identity/actor";
import type { Work } from "@/lib/work/unit-of-work";

const other = alias(users, "other");
const mayAdminister = and(
  eq(other.role, "admin"),
  eq(other.isDemo, false),
  isNull(other.suspendedAt),
  isNull(other.deletionRequestedAt),
);

/**
 * Puts everything that could leave the installation without an administrator one after another, until the
 * transaction's end: whoever comes second sees what the first has done.
 */
export async function lockAdmins(work: Work): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('admins', 0))`);
}

/** True of a row of `users` that is no administrator's, or not the last one's. Under `lockAdmins` only. */
export function isNotLastAdmin(): SQL {
  return sql`(${users.role} <> 'admin' or exists (
    select 1 from ${users} as other where ${and(mayAdminister, ne(other.id, users.id))}))`;
}

/** @throws AppError `forbidden` where another administrator was quicker. Under `lockAdmins` only. */
export async function requireStillAdmin(work: Work, actor: Actor): Promise<void> {
  const [still] = await work.tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.id, actor.id), mayAdminister));
  if (!still) throw new AppError("forbidden");
}
