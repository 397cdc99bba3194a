import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { collectionItems, collections } from "@/db/schema/collections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { isAddersOwn } from "@/lib/collections/effective-values";
import { type ItemPage, type ItemPosition, readItems } from "@/lib/collections/items/data";
import { forOthers } from "@/lib/collections/items/for-others";
import { asOwner } from "@/lib/collections/sharing-flag";
import { isFlagOn } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import type { OpenedLink } from "./links/lookups";

/** Whose page learns of an invitation. Nobody is told whether there is such a person. */
export async function invitedPerson(tx: Executor, email: string): Promise<string[]> {
  const found = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  return found.map(({ id }) => id);
}

/** One page of what a link shows: to a visitor every sample is somebody else's. */
export async function listLinkItems(
  link: OpenedLink,
  wanted: { limit: number; after: ItemPosition | null },
): Promise<(ItemPage & { downloadable: string[] }) | "invalid"> {
  const page = await readItems(link.owner, { id: link.collectionId, query: null }, wanted);
  if (page === "invalid") return page;
  const own = page.items.filter(({ addedBy }) => addedBy === null).map(({ sample }) => sample.id);
  const mayDownload = link.allowsDownload && (await isFlagOn(link.owner, "original-download"));
  const items = page.items.map(({ sample }) => ({ sample: forOthers(sample), addedBy: null }));
  return { ...page, items, downloadable: mayDownload ? own : [] };
}

/** The owner of a sample that a link lets be heard; null for every other sample. */
export async function ownerThroughLink(link: OpenedLink, sampleId: string): Promise<ActorId | null> {
  const [row] = await db()
    .select({ ownerId: samples.ownerId, role: users.role })
    .from(collectionItems)
    .innerJoin(collections, eq(collections.id, collectionItems.collectionId))
    .innerJoin(samples, and(eq(samples.id, collectionItems.sampleId), isNull(samples.deletedAt)))
    .innerJoin(users, eq(users.id, samples.ownerId))
    .where(
      and(eq(collectionItems.collectionId, link.collectionId), eq(collectionItems.sampleId, sampleId), isAddersOwn),
    );
  return row ? asOwner({ id: row.ownerId, role: row.role }).id : null;
}
