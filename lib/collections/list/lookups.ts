import "server-only";
import { inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { users } from "@/db/schema/users";

/** The names of people who share a collection. */
export async function namesOf(tx: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
