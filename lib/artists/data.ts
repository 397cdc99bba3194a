import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import type { ActorId } from "@/lib/identity/actor";
import type { Artist } from "./schema";

export const artistColumns = {
  handle: artists.handle,
  name: artists.name,
  bio: artists.bio,
  links: artists.links,
};

/** What a person shows of themselves. Null if they are not public. */
export async function findOwnArtist(owner: ActorId): Promise<Artist | null> {
  const [row] = await db().select(artistColumns).from(artists).where(eq(artists.ownerId, owner));
  return row ?? null;
}
