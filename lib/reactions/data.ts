import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { follows, publicationFavourites } from "@/db/schema/publication-reactions";
import { users } from "@/db/schema/users";
import { mayShow } from "@/lib/gallery/lookups";
import type { ListPosition } from "@/lib/gallery/schema";
import type { ActorId } from "@/lib/identity/actor";
import type { FollowedArtist } from "./schema";

/** The artists whom a person follows and whose pages are there, the last first. */
export async function listFollowed(follower: ActorId, limit: number): Promise<FollowedArtist[]> {
  const rows = await db()
    .select({
      handle: artists.handle,
      name: artists.name,
      followedAt: follows.followedAt,
      ownerId: artists.ownerId,
      role: users.role,
    })
    .from(follows)
    .innerJoin(artists, eq(artists.ownerId, follows.artistId))
    .innerJoin(users, eq(users.id, artists.ownerId))
    .where(and(eq(follows.userId, follower), isNull(users.suspendedAt), isNull(users.deletionRequestedAt)))
    .orderBy(desc(follows.followedAt), desc(artists.ownerId))
    .limit(limit);
  const may = await Promise.all(rows.map((row) => mayShow(row)));
  return rows
    .filter((_, at) => may[at])
    .map(({ handle, name, followedAt }) => ({ handle, name, followedAt: followedAt.toISOString() }));
}

/** The items that a person made favourites, the last first, also those that are gone. One page of them. */
export async function listFavouriteIds(
  person: ActorId,
  { after, limit }: { after: ListPosition | null; limit: number },
): Promise<{ ids: string[]; next: ListPosition | null }> {
  const { publicationId: id, userId, favouritedAt } = publicationFavourites;
  const further = after ? sql`(${favouritedAt}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined;
  const rows = await db()
    .select({ id, at: sql<string>`to_char(${favouritedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` })
    .from(publicationFavourites)
    .where(and(eq(userId, person), further))
    .orderBy(desc(favouritedAt), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { ids: page.map((row) => row.id), next: rows.length > limit ? (page.at(-1) ?? null) : null };
}
