import type { AiTraining, Licence } from "@/lib/music/rights";

/** What is public of a publication, for programs that are not ours. */
export interface PublicItem {
  id: string;
  slug: string;
  title: string;
  description: string;
  tags: string[];
  licence: Licence;
  aiTraining: AiTraining;
  bpm: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  seconds: number;
  /** One byte for each part of it, base64. */
  overview: string | null;
  hasPreview: boolean;
  /** Null if its owner shows nothing of themselves. */
  artist: PublicArtist | null;
  publishedAt: Date;
  updatedAt: Date;
}

export interface PublicArtist {
  handle: string;
  name: string;
  /** Which picture they have. Null without one. */
  avatar: string | null;
}

/** What a player in another site's page shows. */
export interface EmbeddedItem {
  id: string;
  title: string;
  artistName: string | null;
  facts: string;
  address: string;
  soundAddress: string | null;
  seconds: number;
  overview: string | null;
}

/** A list of items as a feed: the gallery's, or an artist's. */
export interface Feed {
  title: string;
  description: string;
  /** The page that shows the same, and the feed's own address. */
  pageAddress: string;
  feedAddress: string;
  /** A square picture of whom it is about. RSS knows no picture of our kind, so it has none. */
  picture?: string | null;
  items: readonly PublicItem[];
}
