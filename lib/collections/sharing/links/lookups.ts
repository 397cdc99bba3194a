import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { collectionLinks, collections } from "@/db/schema/collections";
import { users } from "@/db/schema/users";
import { tokenHash } from "@/lib/accounts/tokens/one-time-token";
import { isToken } from "@/lib/accounts/tokens/token-shape";
import type { Colour } from "@/lib/collections/constants";
import { asOwner, ownerShares } from "@/lib/collections/sharing-flag";
import type { Actor } from "@/lib/identity/actor";

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
