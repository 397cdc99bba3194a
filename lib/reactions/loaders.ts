import "server-only";
import { cardOf } from "@/lib/gallery/card";
import { PAGE_ITEMS } from "@/lib/gallery/constants";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import { listShown, listThese } from "@/lib/gallery/listing/lookups";
import { actorOf } from "@/lib/identity/actor";
import { loadViewer, requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { parseQuery } from "@/lib/search-query/parse";
import { FOLLOWED_ROWS } from "./constants";
import { listFavouriteIds, listFollowed } from "./data";
import { findFollowing, findItemReactions } from "./lookups";
import type { FollowedArtist, Following, ItemList, ItemReactions } from "./schema";

/** What people made of an item that is shown. */
export async function loadItemReactions(publicationId: string): Promise<ItemReactions | null> {
  return findItemReactions((await loadViewer())?.id ?? null, publicationId);
}

/** Who follows an artist who is shown. */
export async function loadArtistFollowing(handle: string): Promise<Following | null> {
  return findFollowing((await loadViewer())?.id ?? null, handle);
}

async function reader() {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "gallery:react");
  return actor;
}

const placeOf = (cursor: string | null) => (cursor === null ? null : readListCursor(cursor));

/** The artists whom the viewer follows, and what they show, the newest first. */
export async function loadFollowed(cursor: string | null): Promise<ItemList & { artists: FollowedArtist[] }> {
  const { id } = await reader();
  const wanted = { query: parseQuery(""), followerId: id, after: placeOf(cursor), limit: PAGE_ITEMS };
  const [artists, { items, next }] = await Promise.all([listFollowed(id, FOLLOWED_ROWS), listShown(wanted)]);
  return { artists, items: items.map(cardOf), nextCursor: listCursor(next) };
}

/** The viewer's favourites of the gallery that are still shown, the last first. */
export async function loadFavourites(cursor: string | null): Promise<ItemList> {
  const { id } = await reader();
  const { ids, next } = await listFavouriteIds(id, { after: placeOf(cursor), limit: PAGE_ITEMS });
  return { items: (await listThese(ids)).map(cardOf), nextCursor: listCursor(next) };
}
