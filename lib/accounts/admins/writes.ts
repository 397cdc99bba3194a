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
 * Lets only one change at a time decide who is an admin, so that the installation never ends up without one. Until the
 * transaction ends, others wait and then see its result.
 */
export async function lockAdmins(work: Work): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('admins', 0))`);
}

/** SQL condition on `users`: the row is not an admin's, or another admin is left. Call `lockAdmins` first. */
export function isNotLastAdmin(): SQL {
  return sql`(${users.role} <> 'admin' or exists (
    select 1 from ${users} as other where ${and(mayAdminister, ne(other.id, users.id))}))`;
}

/**
 * Call `lockAdmins` first.
 * @throws AppError `forbidden` if another admin has removed the actor's rights meanwhile.
 */
export async function requireStillAdmin(work: Work, actor: Actor): Promise<void> {
  const [still] = await work.tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.id, actor.id), mayAdminister));
  if (!still) throw new AppError("forbidden");
}
