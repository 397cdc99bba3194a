import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { collectionItems, collectionLinks, collections } from "@/db/schema/collections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { tokenHash } from "@/lib/accounts/tokens/one-time-token";
import { isToken } from "@/lib/accounts/tokens/token-shape";
import { isAddersOwn } from "@/lib/collections/effective-values";
import { forOthers, type ItemPage, type ItemPosition, readItems } from "@/lib/collections/items/data";
import type { Colour } from "@/lib/collections/schema";
import { asOwner, ownerShares } from "@/lib/collections/sharing-flag";
import type { Actor, ActorId } from "@/lib/identity/actor";

/** Whose page learns of an invitation. Nobody is told whether there is such a person. */
export async function invitedPerson(tx: Executor, email: string): Promise<string[]> {
  const found = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  return found.map(({ id }) => id);
}

/** What a link that works opens. */
export interface OpenedLink {
  collectionId: string;
  name: string;
  description: string;
  colour: Colour;
  ownerName: string;
  allowsDownload: boolean;
  expiresAt: Date;
  /** Whose view of the collection a visitor gets. */
  owner: Actor;
}

/** Null alike for a link that was never made, is over, or was revoked, and while its owner may not share. */
export async function findLink(token: string): Promise<OpenedLink | null> {
  if (!isToken(token)) return null;
  const [row] = await db()
    .select({
      collectionId: collections.id,
      name: collections.name,
      description: collections.description,
      colour: sql<Colour>`${collections.colour}`,
      ownerId: users.id,
      ownerRole: users.role,
      ownerName: users.name,
      allowsDownload: collectionLinks.allowsDownload,
      expiresAt: collectionLinks.expiresAt,
    })
    .from(collectionLinks)
    .innerJoin(collections, and(eq(collections.id, collectionLinks.collectionId), isNull(collections.deletedAt)))
    .innerJoin(
      users,
      and(eq(users.id, collections.ownerId), isNull(users.suspendedAt), isNull(users.deletionRequestedAt)),
    )
    .where(
      and(
        eq(collectionLinks.tokenHash, tokenHash(token)),
        gt(collectionLinks.expiresAt, sql`now()`),
        isNull(collections.query),
      ),
    );
  if (!row) return null;
  const { ownerId, ownerRole, ...link } = row;
  const owner = { id: ownerId, role: ownerRole };
  return (await ownerShares(owner)) ? { ...link, owner: asOwner(owner) } : null;
}

/** One page of what a link shows: to a visitor every sample is somebody else's. */
export async function listLinkItems(
  link: OpenedLink,
  wanted: { limit: number; after: ItemPosition | null },
): Promise<ItemPage | "invalid"> {
  const page = await readItems(link.owner, { id: link.collectionId, query: null }, wanted);
  if (page === "invalid") return page;
  return { ...page, items: page.items.map(({ sample }) => ({ sample: forOthers(sample), addedBy: null })) };
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
