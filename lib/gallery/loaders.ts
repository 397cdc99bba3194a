import "server-only";
import { headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { z } from "zod";
import { findArtist, type ShownArtist } from "@/lib/artists/lookups";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { currentSession } from "@/lib/identity/current-actor";
import { requireSession } from "@/lib/identity/loaders";
import { can, requirePermission } from "@/lib/identity/permissions";
import { requestOrigin } from "@/lib/request/request-origin";
import { parseQuery } from "@/lib/search-query/parse";
import { loadSite } from "@/lib/site/loaders";
import { cardOf } from "./card";
import { PAGE_ITEMS, RECEIVED_ROWS, SIMILAR_ITEMS } from "./constants";
import { findPublishing, listReceived } from "./data";
import { detailOf } from "./detail";
import { type Fitting, findFitting } from "./fitting/data";
import { listCursor, readListCursor } from "./list-cursor";
import { type GalleryPage, readGalleryPage, revisionOf } from "./listing/gallery-page";
import { listShown } from "./listing/lookups";
import { findShown, mayBeSeen } from "./lookups";
import type { CardItem, PublicDetail, Publishing, ReceivedDownload } from "./schema";
import { listSimilar } from "./similar/lookups";

/** A page of the gallery, and under which revision it may be kept for strangers. */
export async function loadGallery(wanted: {
  query: string;
  after: string | null;
}): Promise<{ page: GalleryPage; revision: string }> {
  // A question such as `added:<7d` is read by the clock, which only requests have.
  await connection();
  const [page, site] = await Promise.all([readGalleryPage(wanted), loadSite()]);
  return { page, revision: revisionOf(page, site) };
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
  similar: CardItem[];
  /** Whether its owner lets it be seen as a picture. */
  hasPicture: boolean;
}

/** The item at an address; null if there is none, or none any more. Its head and its body ask for it. */
export const loadItem = cache(async (slug: string): Promise<ItemPage | null> => {
  const found = await findShown(slug);
  if (!found || found === "gone") return null;
  const [similar, hasPicture] = await Promise.all([listSimilar(found, SIMILAR_ITEMS), mayBeSeen(found)]);
  const address = new URL(`/gallery/${found.slug}`, requestOrigin(await headers())).toString();
  return { item: detailOf(found), address, similar: similar.map(cardOf), hasPicture };
});

export interface ArtistPage {
  artist: Omit<ShownArtist, "ownerId">;
  items: CardItem[];
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
  return { artist, items: items.map(cardOf), nextCursor: listCursor(next) };
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
