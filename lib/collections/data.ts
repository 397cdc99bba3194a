import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { collectionItems, collectionLinks, collectionMembers, collections } from "@/db/schema/collections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { isFlagOn } from "@/lib/flags/data";
import type { Actor, ActorId } from "@/lib/identity/actor";
import { can, type Role } from "@/lib/identity/permissions";
import { COLLECTIONS_MAX, RESTORE_DAYS } from "./constants";
import { isAddersOwn, roleOf } from "./effective-values";
import type { Collection, CollectionLink, CollectionMember, CollectionRole, Colour, Invitation } from "./schema";
import { asOwner, isSharingOn } from "./sharing-flag";

type Listed = "mine" | "shared" | "trash";

const columnsFor = (viewer: Pick<Actor, "id">) => ({
  id: collections.id,
  ownerId: collections.ownerId,
  name: collections.name,
  description: collections.description,
  colour: sql<Colour>`${collections.colour}`,
  parentId: collections.parentId,
  query: collections.query,
  version: collections.version,
  position: collections.position,
  count: sql<number | null>`case when ${collections.query} is null then (
    select count(*)::int from ${collectionItems}
    join ${samples} on ${samples.id} = ${collectionItems.sampleId} and ${samples.deletedAt} is null
    where ${collectionItems.collectionId} = ${collections.id}) end`,
  coverSampleId: collections.coverSampleId,
  role: roleOf(viewer.id),
  ownerName: users.name,
  ownerRole: users.role,
  isShared: sql<boolean>`${collections.ownerId} = ${viewer.id} and (
    exists (select from ${collectionMembers} where ${collectionMembers.collectionId} = ${collections.id})
    or exists (select from ${collectionLinks} where ${collectionLinks.collectionId} = ${collections.id}
      and ${collectionLinks.expiresAt} > now()))`,
  createdAt: collections.createdAt,
  updatedAt: collections.updatedAt,
  deletedAt: collections.deletedAt,
});

const selectFor = (viewer: Pick<Actor, "id">) =>
  db()
    .select(columnsFor(viewer))
    .from(collections)
    .innerJoin(users, and(eq(users.id, collections.ownerId), isNull(users.suspendedAt)))
    .$dynamic();

type Stored = Awaited<ReturnType<typeof selectFor>>[number];

function toCollection({ ownerId: _, ownerRole: _role, position: _place, role, ...row }: Stored): Collection {
  const isOwn = role === "owner";
  return {
    ...row,
    role: role ?? "view",
    // Where it stands among the owner's others is theirs.
    parentId: isOwn ? row.parentId : null,
    ownerName: isOwn ? null : row.ownerName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

const isRestorable = sql`${collections.deletedAt} > now() - make_interval(days => ${RESTORE_DAYS})`;

/** Where a page of collections ends. Those of the same place differ by their id. */
export interface CollectionPosition {
  place: number;
  id: string;
}

/**
 * One page of a person's own collections in their order, of those that others share with them, or of those in the trash.
 * `next` is where the following page begins; null on the last.
 */
export async function listCollections(
  viewer: Actor,
  { of, limit, after }: { of: Listed; limit: number; after: CollectionPosition | null },
): Promise<{ collections: Collection[]; next: CollectionPosition | null }> {
  if (of === "shared" && !(await isFlagOn(viewer, "shared-collections"))) return { collections: [], next: null };
  const isFurther =
    after && sql`(${collections.position}, ${collections.id}) > (${after.place}::float8, ${after.id}::uuid)`;
  const found = await selectFor(viewer)
    .where(and(listedBy(viewer, of), isFurther ?? undefined))
    .orderBy(asc(collections.position), asc(collections.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { place: last.position, id: last.id } : null;
  const isShown = await Promise.all(shown.map((row) => isVisible(viewer, row)));
  return { collections: shown.filter((_, index) => isShown[index]).map(toCollection), next };
}

function listedBy(viewer: Actor, of: Listed): SQL | undefined {
  const isOwn = eq(collections.ownerId, viewer.id);
  if (of === "mine") return and(isOwn, isNull(collections.deletedAt));
  if (of === "trash") return and(isOwn, isNotNull(collections.deletedAt), isRestorable);
  const isMember = sql`exists (select from ${collectionMembers} member
    where member.collection_id = ${collections.id} and member.user_id = ${viewer.id})`;
  return and(isMember, sql`not ${isOwn}`, isNull(collections.deletedAt));
}

/** Whether sharing is on for both, of a collection that is not the viewer's own. */
async function isVisible(viewer: Actor, row: { role: CollectionRole | null; ownerId: string; ownerRole: Role }) {
  if (row.role === null) return false;
  return row.role === "owner" || isSharingOn(viewer, { id: row.ownerId, role: row.ownerRole });
}

/** All of a person's own collections, as the page shows them: there are never more than `COLLECTIONS_MAX`. */
export async function listOwnCollections(viewer: Actor): Promise<Collection[]> {
  return (await listCollections(viewer, { of: "mine", limit: COLLECTIONS_MAX, after: null })).collections;
}

/** A collection that this person owns or shares, and whose it is. Null if there is none. */
export async function findCollection(
  viewer: Actor,
  id: string,
): Promise<{ collection: Collection; ownerId: string } | null> {
  const [row] = await selectFor(viewer).where(and(eq(collections.id, id), isNull(collections.deletedAt)));
  return row && (await isVisible(viewer, row)) ? { collection: toCollection(row), ownerId: row.ownerId } : null;
}

/** Invitations to one's own address that were not answered. */
export async function listInvitations(viewer: Actor): Promise<Invitation[]> {
  if (!(await isFlagOn(viewer, "shared-collections"))) return [];
  const address = sql`(select email from users where id = ${viewer.id}
    and (email_verified_at is not null or not must_verify_email))`;
  return db()
    .select({
      collectionId: collections.id,
      name: collections.name,
      ownerName: users.name,
      role: collectionMembers.role,
    })
    .from(collectionMembers)
    .innerJoin(collections, and(eq(collections.id, collectionMembers.collectionId), isNull(collections.deletedAt)))
    .innerJoin(users, and(eq(users.id, collections.ownerId), isNull(users.suspendedAt)))
    .where(and(isNull(collectionMembers.userId), sql`${collectionMembers.email} = ${address}`))
    .orderBy(desc(collectionMembers.invitedAt), asc(collectionMembers.id))
    .limit(COLLECTIONS_MAX);
}

/** Whom a collection is shared with, and its links that work. Null unless it is one's own. */
export async function findSharing(
  owner: Actor,
  id: string,
): Promise<{ members: CollectionMember[]; links: CollectionLink[] } | null> {
  const found = await findCollection(owner, id);
  if (found?.collection.role !== "owner") return null;
  const [members, links] = await Promise.all([
    db()
      .select({
        id: collectionMembers.id,
        email: collectionMembers.email,
        name: users.name,
        role: collectionMembers.role,
        joinedAt: collectionMembers.joinedAt,
      })
      .from(collectionMembers)
      .leftJoin(users, eq(users.id, collectionMembers.userId))
      .where(eq(collectionMembers.collectionId, id))
      .orderBy(asc(collectionMembers.invitedAt), asc(collectionMembers.id)),
    db()
      .select({
        id: collectionLinks.id,
        allowsDownload: collectionLinks.allowsDownload,
        createdAt: collectionLinks.createdAt,
        expiresAt: collectionLinks.expiresAt,
      })
      .from(collectionLinks)
      .where(and(eq(collectionLinks.collectionId, id), sql`${collectionLinks.expiresAt} > now()`))
      .orderBy(desc(collectionLinks.createdAt)),
  ]);
  return {
    members: members.map((row) => ({ ...row, joinedAt: row.joinedAt?.toISOString() ?? null })),
    links: links.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}

/**
 * The one place that says whose samples somebody may hear and see the waveform of, besides their own: those in a
 * collection that they own or share, as long as whoever added them shares it too, and sharing is on for both. Of these
 * ids, returns the owner of each that may be heard. A key needs the scope of collections. Nothing else of a sample is
 * opened by this: no original as a download, no record, no search.
 */
export async function audibleOf(hearer: Actor, ids: readonly string[]): Promise<Map<string, ActorId>> {
  const audible = new Map<string, ActorId>();
  if (ids.length === 0 || !can(hearer, "collections:manage")) return audible;
  const ways = await db()
    .selectDistinct({
      sampleId: collectionItems.sampleId,
      addedBy: collectionItems.addedBy,
      ownerId: users.id,
      ownerRole: users.role,
    })
    .from(collectionItems)
    .innerJoin(collections, and(eq(collections.id, collectionItems.collectionId), isNull(collections.deletedAt)))
    .innerJoin(samples, and(eq(samples.id, collectionItems.sampleId), isNull(samples.deletedAt)))
    .innerJoin(users, and(eq(users.id, collections.ownerId), isNull(users.suspendedAt)))
    .where(and(inArray(collectionItems.sampleId, [...ids]), isAddersOwn, sql`${roleOf(hearer.id)} is not null`));
  for (const { sampleId, addedBy, ownerId, ownerRole } of ways) {
    const owner = { id: ownerId, role: ownerRole };
    if (!audible.has(sampleId) && (await isSharingOn(hearer, owner)))
      audible.set(sampleId, asOwner({ id: addedBy, role: ownerRole }).id);
  }
  return audible;
}

/** What `read` finds of a sample that somebody may hear: as theirs, else as its owner's. */
export async function readAudible<T>(
  hearer: Actor,
  sampleId: string,
  read: (owner: ActorId) => Promise<T | null>,
): Promise<T | null> {
  const own = await read(hearer.id);
  if (own !== null) return own;
  const owner = (await audibleOf(hearer, [sampleId])).get(sampleId);
  return owner === undefined ? null : read(owner);
}
