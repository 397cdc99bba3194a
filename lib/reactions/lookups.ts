import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { follows, publicationFavourites } from "@/db/schema/publication-reactions";
import { publications } from "@/db/schema/publications";
import type { Following, ItemReactions, ViewerKind } from "./schema";

/** Everybody sees the counts; what the viewer did is null for somebody without an account. */
const followColumns = (viewerId: string | null) => ({
  handle: artists.handle,
  name: artists.name,
  ownerId: artists.ownerId,
  followers: sql<number>`(select count(*)::int from ${follows} where ${eq(follows.artistId, artists.ownerId)})`,
  isFollowing: sql<boolean>`exists (select from ${follows}
    where ${and(eq(follows.artistId, artists.ownerId), eq(follows.userId, sql`${viewerId}::uuid`))})`,
});

const kindOf = (viewerId: string | null, ownerId: string): ViewerKind =>
  viewerId === null ? "stranger" : viewerId === ownerId ? "owner" : "person";

/** Who follows the artist with this handle. Null if nobody has it. */
export async function findFollowing(viewerId: string | null, handle: string): Promise<Following | null> {
  const [row] = await db().select(followColumns(viewerId)).from(artists).where(eq(artists.handle, handle));
  if (!row) return null;
  const { ownerId, ...following } = row;
  return { ...following, viewer: kindOf(viewerId, ownerId) };
}

/** What people made of an item. Null if there is none, or its artist is not public. */
export async function findItemReactions(viewerId: string | null, publicationId: string): Promise<ItemReactions | null> {
  const favourite = publicationFavourites;
  const [row] = await db()
    .select({
      following: followColumns(viewerId),
      favourites: sql<number>`(select count(*)::int from ${favourite}
        where ${eq(favourite.publicationId, publications.id)})`,
      isFavourite: sql<boolean>`exists (select from ${favourite}
        where ${and(eq(favourite.publicationId, publications.id), eq(favourite.userId, sql`${viewerId}::uuid`))})`,
    })
    .from(publications)
    .innerJoin(artists, eq(artists.ownerId, publications.ownerId))
    .where(eq(publications.id, publicationId));
  if (!row) return null;
  const { ownerId, ...following } = row.following;
  return { ...row, publicationId, following: { ...following, viewer: kindOf(viewerId, ownerId) } };
}
