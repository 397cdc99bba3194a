import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { savedViews } from "@/db/schema/saved-views";
import type { ActorId } from "@/lib/identity/actor";
import { VIEWS_MAX } from "./constants";
import type { SavedView } from "./schema";

/** Somebody's saved views, in the order in which they put them. */
export async function listViews(owner: ActorId): Promise<SavedView[]> {
  const { id, name, address, createdAt } = savedViews;
  const rows = await db()
    .select({ id, name, address, createdAt })
    .from(savedViews)
    .where(eq(savedViews.ownerId, owner))
    .orderBy(asc(savedViews.position), asc(id))
    .limit(VIEWS_MAX);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
