import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { users } from "@/db/schema/users";
import { isFlagOn } from "@/lib/flags/data";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import { artistColumns } from "./effective-values";
import { type Artist, handleSchema } from "./schema";

export interface ShownArtist extends Artist {
  ownerId: string;
}

/** The key of a person's picture. Null without one. */
export async function findAvatarKey(ownerId: string): Promise<string | null> {
  const [row] = await db().select({ key: artists.avatarKey }).from(artists).where(eq(artists.ownerId, ownerId));
  return row?.key ?? null;
}

/**
 * Who has this handle, as everybody sees them. `gone` while the account is suspended or leaves, and while publishing is
 * off for it; null if nobody has it.
 */
export async function findArtist(handle: string): Promise<ShownArtist | "gone" | null> {
  if (!handleSchema.safeParse(handle).success) return null;
  const [row] = await db()
    .select({
      ...artistColumns,
      ownerId: artists.ownerId,
      role: users.role,
      isAway: sql<boolean>`not (${and(isNull(users.suspendedAt), isNull(users.deletionRequestedAt))})`,
    })
    .from(artists)
    .innerJoin(users, eq(users.id, artists.ownerId))
    .where(eq(artists.handle, handle));
  if (!row) return null;
  const { role, isAway, ...artist } = row;
  const owner = actorOnBehalfOf({ id: artist.ownerId, role, isDemo: false });
  return isAway || !(await isFlagOn(owner, "gallery")) ? "gone" : artist;
}
