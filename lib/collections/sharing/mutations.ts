import "server-only";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { collectionItems, collectionLinks, collectionMembers, collections } from "@/db/schema/collections";
import { users } from "@/db/schema/users";
import { newToken, tokenHash } from "@/lib/accounts/tokens/one-time-token";
import { LINKS_MAX, MEMBERS_MAX } from "@/lib/collections/constants";
import {
  type CreateLink,
  collectionIdSchema,
  createLinkSchema,
  type Invite,
  inviteSchema,
  removeMemberSchema,
  revokeLinkSchema,
} from "@/lib/collections/schema";
import { isSharingOn } from "@/lib/collections/sharing-flag";
import { announce, lockCollection } from "@/lib/collections/writes";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { invitedPerson } from "./lookups";

export type SharingRefusal = "not_found" | "smart" | "too_many" | "own_address";

/** Only the owner shares, and only collections whose samples were put in: what a query finds is not known beforehand. */
async function lockShared(work: Work, ctx: Ctx, id: string) {
  const collection = await lockCollection(work, ctx.actor, id);
  if (collection?.role !== "owner") return refused("not_found");
  return collection.query === null ? ok(collection) : refused("smart");
}

/**
 * Asks somebody to share a collection, or gives them another role. The answer is the same whether the address has an
 * account or not: whoever has it finds the invitation on their page of collections, once it is confirmed.
 */
export async function inviteMember(ctx: Ctx, input: Invite): Promise<Result<{ id: string }, SharingRefusal>> {
  requirePermission(ctx.actor, "collections:manage");
  // Whoever shares samples must be allowed to see them.
  requirePermission(ctx.actor, "samples:read");
  await requireFlag(ctx.actor, "shared-collections");
  const { id, email, role } = inviteSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const locked = await lockShared(work, ctx, id);
    if (!locked.ok) return locked;
    const [owner] = await work.tx.select({ email: users.email }).from(users).where(eq(users.id, ctx.actor.id));
    if (owner?.email === email) return refused("own_address");
    const isOther = and(eq(collectionMembers.collectionId, id), sql`${collectionMembers.email} <> ${email}`);
    const [held] = await work.tx.select({ count: count() }).from(collectionMembers).where(isOther);
    if ((held?.count ?? 0) >= MEMBERS_MAX) return refused("too_many");
    const [row] = await work.tx
      .insert(collectionMembers)
      .values({ collectionId: id, email, role })
      .onConflictDoUpdate({ target: [collectionMembers.collectionId, collectionMembers.email], set: { role } })
      .returning({ id: collectionMembers.id });
    if (!row) throw new Error("the insert returned no row");
    await announce(work, locked.value, "sharing", await invitedPerson(work.tx, email));
    work.audit({ action: "collection.shared", target: { type: "collection", id }, after: { role } });
    return ok({ id: row.id });
  });
}

/** Ends a membership or an invitation. What the person has added goes with them. */
export async function removeMember(
  ctx: Ctx,
  input: { id: string; memberId: string },
): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, memberId } = removeMemberSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (collection?.role !== "owner") return refused("not_found");
    const [removed] = await work.tx
      .delete(collectionMembers)
      .where(and(eq(collectionMembers.collectionId, id), eq(collectionMembers.id, memberId)))
      .returning({ userId: collectionMembers.userId });
    if (!removed) return ok(null);
    if (removed.userId) await takeAlong(work, id, removed.userId);
    await announce(work, collection, "sharing", removed.userId ? [removed.userId] : []);
    work.audit({ action: "collection.unshared", target: { type: "collection", id } });
    return ok(null);
  });
}

async function takeAlong(work: Work, id: string, userId: string): Promise<void> {
  await work.tx
    .delete(collectionItems)
    .where(and(eq(collectionItems.collectionId, id), eq(collectionItems.addedBy, userId)));
}

/** Accepts an invitation that was sent to one's own, confirmed address. */
export async function joinCollection(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<null, "not_found" | "own_address">> {
  requirePermission(ctx.actor, "collections:manage");
  await requireFlag(ctx.actor, "shared-collections");
  const { id } = collectionIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [collection] = await work.tx
      .select({ id: collections.id, ownerId: collections.ownerId, role: users.role })
      .from(collections)
      .innerJoin(users, eq(users.id, collections.ownerId))
      .where(and(eq(collections.id, id), isNull(collections.deletedAt), isNull(users.suspendedAt)))
      .for("no key update", { of: collections });
    if (!collection) return refused("not_found");
    if (collection.ownerId === ctx.actor.id) return refused("own_address");
    if (!(await isSharingOn(ctx.actor, { id: collection.ownerId, role: collection.role }))) return refused("not_found");
    const isMember = and(eq(collectionMembers.collectionId, id), eq(collectionMembers.userId, ctx.actor.id));
    const [already] = await work.tx.select({ id: collectionMembers.id }).from(collectionMembers).where(isMember);
    if (already) return ok(null);
    const [joined] = await work.tx
      .update(collectionMembers)
      .set({ userId: ctx.actor.id, joinedAt: sql`now()` })
      .where(
        and(
          eq(collectionMembers.collectionId, id),
          isNull(collectionMembers.userId),
          sql`${collectionMembers.email} = (
            select email from users where id = ${ctx.actor.id} and (email_verified_at is not null or not must_verify_email))`,
        ),
      )
      .returning({ id: collectionMembers.id });
    if (!joined) return refused("not_found");
    await announce(work, collection, "sharing");
    work.audit({ action: "collection.joined", target: { type: "collection", id } });
    return ok(null);
  });
}

/** Leaves a collection, or declines an invitation. One's own samples are taken out. */
export async function leaveCollection(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<null, "not_found" | "own_address">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id } = collectionIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [collection] = await work.tx
      .select({ id: collections.id, ownerId: collections.ownerId })
      .from(collections)
      .where(eq(collections.id, id))
      .for("no key update");
    if (!collection) return refused("not_found");
    if (collection.ownerId === ctx.actor.id) return refused("own_address");
    const mine = sql`(${collectionMembers.userId} = ${ctx.actor.id} or (${collectionMembers.userId} is null
      and ${collectionMembers.email} = (
        select email from users where id = ${ctx.actor.id} and (email_verified_at is not null or not must_verify_email))))`;
    const gone = await work.tx
      .delete(collectionMembers)
      .where(and(eq(collectionMembers.collectionId, id), mine))
      .returning({ userId: collectionMembers.userId });
    if (gone.length === 0) return refused("not_found");
    await takeAlong(work, id, ctx.actor.id);
    await announce(work, collection, "sharing", [ctx.actor.id]);
    work.audit({ action: "collection.left", target: { type: "collection", id } });
    return ok(null);
  });
}

/** Makes a link. Its token is in this answer and nowhere else: whoever loses it makes another one. */
export async function createLink(
  ctx: Ctx,
  input: CreateLink,
): Promise<Result<{ id: string; token: string; expiresAt: string }, SharingRefusal>> {
  requirePermission(ctx.actor, "collections:manage");
  // A link lets anybody hear the samples, and maybe download them: no key makes one that may not do so itself.
  requirePermission(ctx.actor, "samples:read");
  await requireFlag(ctx.actor, "shared-collections");
  const { id, days, allowsDownload } = createLinkSchema.parse(input);
  requirePermission(ctx.actor, "samples:download");
  return inTransaction(ctx, async (work) => {
    const locked = await lockShared(work, ctx, id);
    if (!locked.ok) return locked;
    const live = and(eq(collectionLinks.collectionId, id), gt(collectionLinks.expiresAt, sql`now()`));
    const [held] = await work.tx.select({ count: count() }).from(collectionLinks).where(live);
    if ((held?.count ?? 0) >= LINKS_MAX) return refused("too_many");
    const token = newToken();
    const expiresAt = sql`now() + make_interval(days => ${days})`;
    const [row] = await work.tx
      .insert(collectionLinks)
      .values({ collectionId: id, tokenHash: tokenHash(token), allowsDownload, expiresAt })
      .returning({ id: collectionLinks.id, expiresAt: collectionLinks.expiresAt });
    if (!row) throw new Error("the insert returned no row");
    await announce(work, locked.value, "sharing");
    const after = { days, allowsDownload };
    work.audit({ action: "collection.link_created", target: { type: "collection", id }, after });
    return ok({ id: row.id, token, expiresAt: row.expiresAt.toISOString() });
  });
}

/** Ends a link at once. */
export async function revokeLink(ctx: Ctx, input: { id: string; linkId: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, linkId } = revokeLinkSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (collection?.role !== "owner") return refused("not_found");
    const gone = await work.tx
      .delete(collectionLinks)
      .where(and(eq(collectionLinks.collectionId, id), eq(collectionLinks.id, linkId)))
      .returning({ id: collectionLinks.id });
    if (gone.length === 0) return ok(null);
    await announce(work, collection, "sharing");
    work.audit({ action: "collection.link_revoked", target: { type: "collection", id } });
    return ok(null);
  });
}
