import "server-only";
import { z } from "zod";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { COLLECTIONS_MAX, ITEM_ROWS } from "./constants";
import { findCollection, listCollections, listInvitations, listOwnCollections } from "./data";
import { readItems } from "./items/data";
import { placeCursor } from "./place-cursor";
import type { Collection, CollectionItem, Invitation } from "./schema";

async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "collections:manage");
  return actor;
}

export interface CollectionsPage {
  own: Collection[];
  shared: Collection[];
  trash: Collection[];
  invitations: Invitation[];
}

export async function loadCollections(): Promise<CollectionsPage> {
  const actor = await viewer();
  const page = { limit: COLLECTIONS_MAX, after: null };
  const [own, shared, trash, invitations] = await Promise.all([
    listOwnCollections(actor),
    listCollections(actor, { of: "shared", ...page }),
    listCollections(actor, { of: "trash", ...page }),
    listInvitations(actor),
  ]);
  return { own, shared: shared.collections, trash: trash.collections, invitations };
}

export interface OpenedCollection {
  collection: Collection;
  items: CollectionItem[];
  nextCursor: string | null;
  canShare: boolean;
}

/** Null if there is no such collection for this person. */
export async function loadCollection(id: string): Promise<OpenedCollection | null> {
  const actor = await viewer();
  if (!z.uuid().safeParse(id).success) return null;
  const found = await findCollection(actor, id);
  if (!found) return null;
  const { collection } = found;
  const page = await readItems(actor, collection, { limit: ITEM_ROWS, after: null });
  const { items, next } = page === "invalid" ? { items: [], next: null } : page;
  const canShare = collection.role === "owner" && (await isFlagOn(actor, "shared-collections"));
  return { collection, items, nextCursor: placeCursor(next), canShare };
}

/** Where one's own collection can be put: those that are in no other, and not itself. */
export async function loadParents(id: string): Promise<Pick<Collection, "id" | "name">[]> {
  const own = await listOwnCollections(await viewer());
  return own
    .filter((one) => one.parentId === null && one.id !== id)
    .map(({ id: parent, name }) => ({ id: parent, name }));
}
