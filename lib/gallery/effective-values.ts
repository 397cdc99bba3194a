import "server-only";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";

/** Whether it is public and its time is not over. */
export const isOpen = and(
  eq(publications.state, "public"),
  or(isNull(publications.expiresAt), gt(publications.expiresAt, sql`now()`)),
);

/** Whether nothing that it belongs to is hidden. The query must have `samples` and `users`, inner-joined. */
export const isStanding = and(isNull(samples.deletedAt), isNull(users.suspendedAt), isNull(users.deletionRequestedAt));
