import "server-only";
import { sql } from "drizzle-orm";
import { artists } from "@/db/schema/artists";

/** The end of the key of a person's picture, by which its address differs from those before. Null without a picture. */
export const avatarVersion = sql<string | null>`right(${artists.avatarKey}, 12)`;

/** What everybody sees of a person. */
export const artistColumns = {
  handle: artists.handle,
  name: artists.name,
  bio: artists.bio,
  links: artists.links,
  avatar: avatarVersion,
};
