import { z } from "zod";
import type { CardItem } from "@/lib/gallery/schema";

/** Who looks at a page: somebody without an account, the person whose page it is, or another person. */
export type ViewerKind = "stranger" | "owner" | "person";

/** Whether the viewer follows an artist, and how many do. */
export interface Following {
  handle: string;
  name: string;
  followers: number;
  isFollowing: boolean;
  viewer: ViewerKind;
}

/** What people made of an item, and what the viewer did. */
export interface ItemReactions {
  publicationId: string;
  favourites: number;
  isFavourite: boolean;
  following: Following;
}

/** An artist whom the viewer follows. */
export interface FollowedArtist {
  handle: string;
  name: string;
  followedAt: string;
}

/** A page of items, with where it goes on. */
export interface ItemList {
  items: CardItem[];
  nextCursor: string | null;
}

/** As a form sends a choice. */
const yesOrNo = z.enum(["yes", "no"]).transform((choice) => choice === "yes");

export const setFollowSchema = z.object({ handle: z.string().max(100), follows: yesOrNo });
export type SetFollow = z.input<typeof setFollowSchema>;

export const setPublicFavouriteSchema = z.object({ publicationId: z.uuid(), isFavourite: yesOrNo });
export type SetPublicFavourite = z.input<typeof setPublicFavouriteSchema>;
