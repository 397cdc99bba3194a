import { avatarPath } from "@/lib/artists/avatar/address";
import { ENGLISH, type Text } from "@/lib/language/text";
import { cleanLine } from "./clean-text";
import type { PublicArtist, PublicItem } from "./schema";

/** Where things are. Each thing has one address, whatever else leads to it. */
export const galleryAddress = (origin: string) => `${origin}/gallery`;
export const itemAddress = (origin: string, { slug }: { slug: string }) =>
  `${origin}/gallery/${encodeURIComponent(slug)}`;
export const artistAddress = (origin: string, { handle }: { handle: string }) =>
  `${origin}/artists/${encodeURIComponent(handle)}`;
/** Of the large square. Null without a picture. */
export const avatarAddress = (origin: string, { handle, avatar }: Pick<PublicArtist, "handle" | "avatar">) =>
  avatar === null ? null : `${origin}${avatarPath({ handle, avatar }, "large")}`;
export const pictureAddress = (origin: string, item: { slug: string }) => `${itemAddress(origin, item)}/opengraph.png`;
export const soundAddress = (origin: string, item: { slug: string }) => `${itemAddress(origin, item)}/audio`;
export const embedAddress = (origin: string, { id }: { id: string }) => `${origin}/embed/${id}`;
export const oembedAddress = (origin: string, item: { slug: string }, format: "json" | "xml") =>
  `${origin}/oembed?format=${format}&url=${encodeURIComponent(itemAddress(origin, item))}`;

/** What an address of ours shows, or null if it is another site's or shows no item. */
export function itemOfAddress(origin: string, address: string): { slug: string } | { id: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const [, area, name, ...rest] = url.pathname.replace(/\/$/, "").split("/");
  if (url.origin !== origin || !name || rest.length > 0) return null;
  if (area === "embed") return { id: name.toLowerCase() };
  try {
    return area === "gallery" ? { slug: decodeURIComponent(name) } : null;
  } catch {
    return null;
  }
}

export const titleOf = (item: Pick<PublicItem, "title">): string => cleanLine(item.title) || "Untitled sound";
export const nameOf = (artist: PublicArtist): string => cleanLine(artist.name) || artist.handle;
/** “Title by Artist”. */
export const titleWithArtist = (item: Pick<PublicItem, "title" | "artist">, t: Text = ENGLISH): string =>
  item.artist ? t("{title} by {artist}", { title: titleOf(item), artist: nameOf(item.artist) }) : titleOf(item);
