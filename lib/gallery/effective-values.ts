import "server-only";
import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";

/** Whether it is public and its time is not over. */
const isOpen = and(
  eq(publications.state, "public"),
  or(isNull(publications.expiresAt), gt(publications.expiresAt, sql`now()`)),
);

/** Whether nothing that it belongs to is hidden. The query must have `samples` and `users` joined. */
const isStanding = and(isNull(samples.deletedAt), isNull(users.suspendedAt), isNull(users.deletionRequestedAt));

/** Whether everybody may see and hear it, if its owner may show anything. Without its sample it is gone. */
export const isShown = and(isOpen, isStanding, isNotNull(samples.id));
