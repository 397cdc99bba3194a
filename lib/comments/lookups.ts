import "server-only";
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { publicationComments } from "@/db/schema/publication-reactions";
import { publications } from "@/db/schema/publications";
import { users } from "@/db/schema/users";
import { mayShow } from "@/lib/gallery/lookups";
import type { ListPosition } from "@/lib/gallery/schema";
import type { Comment } from "./schema";

const { id, publicationId, userId, text, atSeconds, state, createdAt } = publicationComments;

/** What everybody may read: nothing of somebody who is suspended, leaves, or has no public name any more. */
const isRead = (ofPublication: string) =>
  and(
    eq(publicationId, ofPublication),
    eq(state, "shown"),
    isNull(users.suspendedAt),
    isNull(users.deletionRequestedAt),
  );

/** One page of what is said about an item, the newest first. */
export async function listComments(
  ofPublication: string,
  { viewerId, after, limit }: { viewerId: string | null; after: ListPosition | null; limit: number },
): Promise<{ comments: Comment[]; next: ListPosition | null }> {
  const further = after ? sql`(${createdAt}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined;
  const rows = await db()
    .select({
      ...{ id, text, atSeconds, userId },
      at: sql<string>`to_char(${createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      authorName: artists.name,
      handle: artists.handle,
      role: users.role,
      ownerOfItem: publications.ownerId,
    })
    .from(publicationComments)
    .innerJoin(publications, eq(publications.id, publicationId))
    .innerJoin(users, eq(users.id, userId))
    .innerJoin(artists, eq(artists.ownerId, userId))
    .where(and(isRead(ofPublication), further))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const may = await Promise.all(page.map((row) => mayShow({ ownerId: row.userId, role: row.role })));
  const comments = page
    .filter((_, at) => may[at])
    .map(({ at, role: _, userId: author, ownerOfItem, ...comment }) => ({
      ...comment,
      createdAt: at,
      isOwn: author === viewerId,
      isOnOwnItem: ownerOfItem === viewerId,
    }));
  const last = page.at(-1);
  return { comments, next: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

/** How many comments everybody may read. */
export async function countComments(ofPublication: string): Promise<number> {
  const [row] = await db()
    .select({ total: count() })
    .from(publicationComments)
    .innerJoin(users, eq(users.id, userId))
    .innerJoin(artists, eq(artists.ownerId, userId))
    .where(isRead(ofPublication));
  return row?.total ?? 0;
}

/** Whether somebody has a public name. */
export async function hasPublicName(person: string): Promise<boolean> {
  const [row] = await db().select({ handle: artists.handle }).from(artists).where(eq(artists.ownerId, person));
  return row !== undefined;
}
