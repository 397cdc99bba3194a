import "server-only";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { collectionMembers, collections } from "@/db/schema/collections";
import { users } from "@/db/schema/users";
import type { CollectionChange } from "@/lib/events/collection-event";
import type { Actor } from "@/lib/identity/actor";
import type { Work } from "@/lib/work/unit-of-work";
import type { CollectionRole } from "./schema";
import { isSharingOn } from "./sharing-flag";

export type LockedCollection = typeof collections.$inferSelect & { role: CollectionRole };

/**
 * Locks a collection that this person may see, so that all that happens to it happens one after the other. Null if there
 * is none.
 */
export async function lockCollection(work: Work, actor: Actor, id: string): Promise<LockedCollection | null> {
  const [found] = await work.tx
    .select()
    .from(collections)
    .where(and(eq(collections.id, id), isNull(collections.deletedAt)))
    .for("no key update");
  if (!found) return null;
  if (found.ownerId === actor.id) return { ...found, role: "owner" };
  const [member] = await work.tx
    .select({ role: collectionMembers.role, ownerRole: users.role })
    .from(collectionMembers)
    .innerJoin(users, eq(users.id, found.ownerId))
    .where(
      and(eq(collectionMembers.collectionId, id), eq(collectionMembers.userId, actor.id), isNull(users.suspendedAt)),
    )
    .for("key share", { of: collectionMembers });
  if (!member || !(await isSharingOn(actor, { id: found.ownerId, role: member.ownerRole }))) return null;
  return { ...found, role: member.role };
}

/** Puts the changes of one owner's list of collections in order. */
export async function lockCollectionList(work: Work, ownerId: string): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`collections:${ownerId}`}, 0))`);
}

/** Tells the open pages of the owner, the members, and `others`. */
export async function announce(
  work: Work,
  collection: { id: string; ownerId: string },
  change: CollectionChange,
  others: readonly string[] = [],
): Promise<void> {
  const members = await work.tx
    .select({ userId: collectionMembers.userId })
    .from(collectionMembers)
    .where(and(eq(collectionMembers.collectionId, collection.id), isNotNull(collectionMembers.userId)));
  const people = new Set([collection.ownerId, ...members.flatMap(({ userId }) => userId ?? []), ...others]);
  for (const ownerId of people) work.publish("collection.changed", { ownerId, collectionId: collection.id, change });
}

/** The places of an owner's collections under one parent, in order. */
export async function siblingPlaces(tx: Executor, ownerId: string, parentId: string | null) {
  const { id, position } = collections;
  const isSibling = parentId === null ? isNull(collections.parentId) : eq(collections.parentId, parentId);
  return tx
    .select({ id, position })
    .from(collections)
    .where(and(eq(collections.ownerId, ownerId), isSibling))
    .orderBy(asc(position), asc(id));
}
