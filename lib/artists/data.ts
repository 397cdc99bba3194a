import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import type { ActorId } from "@/lib/identity/actor";
import { artistColumns } from "./effective-values";
import { findArtist } from "./lookups";
import type { Artist } from "./schema";

/** What a person shows of themselves. Null if they are not public. */
export async function findOwnArtist(owner: ActorId): Promise<Artist | null> {
  const [row] = await db().select(artistColumns).from(artists).where(eq(artists.ownerId, owner));
  return row ?? null;
}

/** Who has this handle, as everybody sees them; the same for every viewer. "gone" while they show nothing. */
export async function findPublicArtist(_viewer: ActorId, handle: string): Promise<Artist | "gone" | null> {
  const found = await findArtist(handle);
  if (found === null || found === "gone") return found;
  const { ownerId, ...artist } = found;
  return artist;
}
