import { z } from "zod";
import { avatarPath } from "@/lib/artists/avatar/address";
import type { Artist } from "@/lib/artists/schema";

export const pictureDto = z.object({ large: z.url(), small: z.url() });

export const artistDto = z.object({
  handle: z.string(),
  name: z.string(),
  bio: z.string(),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  /** The page that everybody sees. */
  address: z.url(),
  /** Squares of 512 and 128 pixels. Null without a picture. */
  picture: pictureDto.nullable(),
});

/** The full addresses of a person's picture. */
export function toPictureDto(origin: string, { handle, avatar }: { handle: string; avatar: string | null }) {
  if (avatar === null) return null;
  const at = (size: "large" | "small") => new URL(avatarPath({ handle, avatar }, size), origin).toString();
  return { large: at("large"), small: at("small") };
}

export const toArtistDto = ({ handle, name, bio, links, avatar }: Artist, origin: string) => ({
  ...{ handle, name, bio, links },
  address: new URL(`/artists/${handle}`, origin).toString(),
  picture: toPictureDto(origin, { handle, avatar }),
});
