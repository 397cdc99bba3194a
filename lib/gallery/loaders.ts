import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { findArtist, type ShownArtist } from "@/lib/artists/lookups";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { currentSession } from "@/lib/identity/current-actor";
import { requireSession } from "@/lib/identity/loaders";
import { can, requirePermission } from "@/lib/identity/permissions";
import { requestOrigin } from "@/lib/request/request-origin";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { parseQuery } from "@/lib/search-query/parse";
import { PAGE_ITEMS, RECEIVED_ROWS, SIMILAR_ITEMS, TRENDING_ITEMS } from "./constants";
import { findPublishing, listReceived } from "./data";
import { detailOf } from "./detail";
import { type Fitting, findFitting } from "./fitting/data";
import { listCursor, readListCursor } from "./list-cursor";
import { listShown, listTrending } from "./listing/lookups";
import { findShown, mayBeSeen } from "./lookups";
import type { PublicDetail, PublicItem, Publishing, ReceivedDownload } from "./schema";
import { listSimilar } from "./similar/lookups";

export interface GalleryPage {
  query: string;
  problems: string[];
  items: PublicItem[];
  /** On the first page without a search, if anybody has listened. */
  trending: PublicItem[];
  nextCursor: string | null;
}

/** What everybody sees, also without an account. A cursor that cannot be read begins at the front. */
export async function loadGallery(wanted: { query: string; after: string | null }): Promise<GalleryPage> {
  const query = wanted.query.slice(0, QUERY_CHARACTERS_MAX);
  const parsed = parseQuery(query);
  const after = wanted.after === null ? null : readListCursor(wanted.after);
  const isFront = query.trim() === "" && after === null;
  const [page, trending] = await Promise.all([
    listShown({ query: parsed, after, limit: PAGE_ITEMS }),
    isFront ? listTrending(TRENDING_ITEMS) : [],
  ]);
  const problems = parsed.problems.map(({ message }) => message);
  return { query, problems, items: page.items, trending, nextCursor: listCursor(page.next) };
}

/** A row of the gallery for whoever is signed in. Null for strangers. */
export async function loadFitting(): Promise<Fitting | null> {
  const session = await currentSession();
  const actor = session && actorOf(session);
  return actor && can(actor, "samples:read") ? findFitting(actor.id) : null;
}

export interface ItemPage {
  item: PublicDetail;
  /** The full address, for attributions. */
  address: string;
  similar: PublicItem[];
  /** Whether its owner lets it be seen as a picture. */
  hasPicture: boolean;
}

/** The item at an address; null if there is none, or none any more. Its head and its body ask for it. */
export const loadItem = cache(async (slug: string): Promise<ItemPage | null> => {
  const found = await findShown(slug);
  if (!found || found === "gone") return null;
  const [similar, hasPicture] = await Promise.all([listSimilar(found, SIMILAR_ITEMS), mayBeSeen(found)]);
  const address = new URL(`/gallery/${found.slug}`, requestOrigin(await headers())).toString();
  return { item: detailOf(found), address, similar, hasPicture };
});

export interface ArtistPage {
  artist: Omit<ShownArtist, "ownerId">;
  items: PublicItem[];
  nextCursor: string | null;
}

/** An artist; null if there is none, or none any more. The page's head and its body ask for it. */
export const loadArtist = cache(async (handle: string): Promise<ShownArtist | null> => {
  const found = await findArtist(handle);
  return found === "gone" ? null : found;
});

/** An artist and what they show; null if there is none, or none any more. */
export async function loadArtistPage(handle: string, cursor: string | null): Promise<ArtistPage | null> {
  const found = await loadArtist(handle);
  if (!found) return null;
  const { ownerId, ...artist } = found;
  const after = cursor === null ? null : readListCursor(cursor);
  const { items, next } = await listShown({ query: parseQuery(""), ownerId, after, limit: PAGE_ITEMS });
  return { artist, items, nextCursor: listCursor(next) };
}

/** How the viewer's sample is public. Null if they may not publish, or it is not analysed. */
export async function loadPublishing(sampleId: string): Promise<Publishing | null> {
  const actor = actorOf(await requireSession());
  if (!can(actor, "gallery:publish") || !(await isFlagOn(actor, "gallery"))) return null;
  return z.uuid().safeParse(sampleId).success ? findPublishing(actor, sampleId) : null;
}

/** What the viewer downloaded, with the licence of each. */
export async function loadReceived(): Promise<ReceivedDownload[]> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return listReceived(actor.id, RECEIVED_ROWS);
}
