import { and, eq, isNull, sql } from "drizzle-orm";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";

/** Whether everybody may see and hear a publication. Needs its sample and its owner joined: without a sample it is gone. */
export const isShown = and(
  eq(publications.state, "public"),
  sql`(${publications.expiresAt} is null or ${publications.expiresAt} > now())`,
  isNull(samples.deletedAt),
  isNull(users.suspendedAt),
  isNull(users.deletionRequestedAt),
);
