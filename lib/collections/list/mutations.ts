import "server-only";
import { and, count, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { collectionItems, collections } from "@/db/schema/collections";
import { COLLECTIONS_MAX, RESTORE_DAYS } from "@/lib/collections/constants";
import { addSelection } from "@/lib/collections/items/mutations";
import { areApart, between } from "@/lib/collections/places";
import { mayEdit } from "@/lib/collections/policy";
import {
  type ChangedSince,
  type CreateCollection,
  collectionIdSchema,
  createCollectionSchema,
  EDITED_FIELDS,
  type EditCollection,
  type EditedField,
  editCollectionSchema,
  type MoveCollection,
  moveCollectionSchema,
} from "@/lib/collections/schema";
import {
  announce,
  type LockedCollection,
  lockCollection,
  lockCollectionList,
  siblingPlaces,
} from "@/lib/collections/writes";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { namesOf } from "./lookups";

/** Makes a collection at the end of the list, with the samples of a selection if there is one. */
export async function createCollection(
  ctx: Ctx,
  input: CreateCollection,
): Promise<Result<{ id: string; added: number }, "not_found" | "too_many">> {
  requirePermission(ctx.actor, "collections:manage");
  const { selection, ...wanted } = createCollectionSchema.parse(input);
  const ownerId = ctx.actor.id;
  const made = await inTransaction(ctx, async (work) => {
    await lockCollectionList(work, ownerId);
    const [held] = await work.tx.select({ count: count() }).from(collections).where(eq(collections.ownerId, ownerId));
    if ((held?.count ?? 0) >= COLLECTIONS_MAX) return refused("too_many");
    if (wanted.parentId !== null && !(await canNest(work, ownerId, wanted.parentId))) return refused("not_found");
    const last = (await siblingPlaces(work.tx, ownerId, wanted.parentId)).at(-1);
    const position = (last?.position ?? 0) + 1;
    const [row] = await work.tx
      .insert(collections)
      .values({ ...wanted, ownerId, position })
      .returning({ id: collections.id });
    if (!row) throw new Error("the insert returned no row");
    await announce(work, { id: row.id, ownerId }, "list");
    return ok(row.id);
  });
  if (!made.ok) return made;
  const filled = selection ? await addSelection(ctx, { id: made.value, selection }) : null;
  return ok({ id: made.value, added: filled?.ok ? filled.value.added : 0 });
}

/** Whether collections can be put into this one. The key of the table settles what happens at the same time. */
async function canNest(work: Work, ownerId: string, parentId: string): Promise<boolean> {
  const isTop = and(eq(collections.id, parentId), eq(collections.ownerId, ownerId), isNull(collections.parentId));
  const found = await work.tx
    .select({ id: collections.id })
    .from(collections)
    .where(and(isTop, isNull(collections.deletedAt)))
    .for("key share");
  return found.length > 0;
}

interface Edited {
  version: number;
  /** What others had changed since the version that the person saw, and this edit has replaced. */
  changedSince: ChangedSince[];
}

/**
 * Edits fields of a collection. The later of two edits of a field wins. Whoever comes second is told what they replaced;
 * whoever came first sees it on the page, which is told of every edit.
 */
export async function editCollection(
  ctx: Ctx,
  input: EditCollection,
): Promise<Result<Edited, "not_found" | "not_allowed" | "cannot_nest">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, version: seen, ...wanted } = editCollectionSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (wanted.parentId !== undefined) await lockCollectionList(work, ctx.actor.id);
    const before = await lockCollection(work, ctx.actor, id);
    if (!before) return refused("not_found");
    const fields = EDITED_FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== before[field]);
    if (!mayEdit(before.role, fields)) return refused("not_allowed");
    if (fields.length === 0) return ok({ version: before.version, changedSince: [] });
    if (wanted.query !== undefined && before.query === null) return refused("not_allowed");
    const problem = await problemOf(work, before, wanted);
    if (problem) return refused(problem);
    const version = before.version + 1;
    const edits = { ...before.edits };
    for (const field of fields) edits[field] = { version, by: ctx.actor.id };
    const moved = wanted.parentId === undefined ? {} : { position: await endOf(work, before, wanted.parentId) };
    await work.tx
      .update(collections)
      .set({ ...wanted, ...moved, version, edits, updatedAt: sql`now()` })
      .where(eq(collections.id, id));
    await announce(work, before, "edited");
    return ok({ version, changedSince: await replaced(work, before, fields, seen) });
  });
}

type Wanted = Partial<Pick<LockedCollection, EditedField>> | { [Field in EditedField]?: unknown };

async function problemOf(work: Work, { id, ownerId }: LockedCollection, { coverSampleId, parentId }: Wanted) {
  if (typeof coverSampleId === "string") {
    const item = and(eq(collectionItems.collectionId, id), eq(collectionItems.sampleId, coverSampleId));
    const found = await work.tx.select({ id: collectionItems.sampleId }).from(collectionItems).where(item);
    if (found.length === 0) return "not_found";
  }
  if (typeof parentId !== "string") return null;
  const children = await work.tx.select({ id: collections.id }).from(collections).where(eq(collections.parentId, id));
  return parentId === id || children.length > 0 || !(await canNest(work, ownerId, parentId)) ? "cannot_nest" : null;
}

async function endOf(work: Work, { ownerId }: LockedCollection, parentId: string | null): Promise<number> {
  return ((await siblingPlaces(work.tx, ownerId, parentId)).at(-1)?.position ?? 0) + 1;
}

async function replaced(
  work: Work,
  before: LockedCollection,
  fields: readonly EditedField[],
  seen: number,
): Promise<ChangedSince[]> {
  const since = fields.filter((field) => (before.edits[field]?.version ?? 0) > seen);
  const names = await namesOf(
    work.tx,
    since.flatMap((field) => before.edits[field]?.by ?? []),
  );
  return since.map((field) => ({
    field,
    value: before[field],
    byName: names.get(before.edits[field]?.by ?? "") ?? null,
  }));
}

/** Puts a collection before another one with the same parent, or at the end. */
export async function moveCollection(ctx: Ctx, input: MoveCollection): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, before } = moveCollectionSchema.parse(input);
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    await lockCollectionList(work, ownerId);
    const own = await lockCollection(work, ctx.actor, id);
    if (own?.role !== "owner") return refused("not_found");
    const siblings = await siblingPlaces(work.tx, ownerId, own.parentId);
    const others = siblings.filter((one) => one.id !== id);
    const at = before === null ? others.length : others.findIndex((one) => one.id === before);
    if (before === id) return ok(null);
    if (at < 0) return refused("not_found");
    const [below, above] = [others[at - 1]?.position ?? null, others[at]?.position ?? null];
    const [place = 0] = between(below, above, 1);
    if (areApart([place], below, above)) {
      await work.tx.update(collections).set({ position: place }).where(eq(collections.id, id));
    } else {
      const order = [...others.slice(0, at).map((one) => one.id), id, ...others.slice(at).map((one) => one.id)];
      for (const [index, one] of order.entries())
        await work.tx
          .update(collections)
          .set({ position: index + 1 })
          .where(eq(collections.id, one));
    }
    await announce(work, own, "list");
    return ok(null);
  });
}

/** Moves a collection to the trash, with those in it. Members and links no longer reach it; its samples stay. */
export async function deleteCollection(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id } = collectionIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    // Else another request could put a collection into this one after those in it were looked up.
    await lockCollectionList(work, ctx.actor.id);
    const own = and(eq(collections.ownerId, ctx.actor.id), isNull(collections.deletedAt));
    const changed = await work.tx
      .update(collections)
      .set({ deletedAt: sql`now()` })
      .where(and(own, or(eq(collections.id, id), eq(collections.parentId, id))))
      .returning({ id: collections.id, ownerId: collections.ownerId });
    if (changed.length === 0) return refused("not_found");
    for (const one of changed) await announce(work, one, "list");
    work.audit({ action: "collection.deleted", target: { type: "collection", id } });
    return ok(null);
  });
}

/** Takes a collection out of the trash, with those that went with it. One whose parent is gone comes back without it. */
export async function restoreCollection(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id } = collectionIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    await lockCollectionList(work, ctx.actor.id);
    const inTrash = and(
      eq(collections.ownerId, ctx.actor.id),
      isNotNull(collections.deletedAt),
      sql`${collections.deletedAt} > now() - make_interval(days => ${RESTORE_DAYS})`,
    );
    const [found] = await work.tx
      .select()
      .from(collections)
      .where(and(inTrash, eq(collections.id, id)))
      .for("update");
    if (!found?.deletedAt) {
      const there = and(eq(collections.id, id), eq(collections.ownerId, ctx.actor.id), isNull(collections.deletedAt));
      const [live] = await work.tx.select({ id: collections.id }).from(collections).where(there);
      return live ? ok(null) : refused("not_found");
    }
    const wentAlong = and(
      inTrash,
      eq(collections.parentId, id),
      sql`deleted_at = (select deleted_at from collections where id = ${id})`,
    );
    const along = await work.tx.select({ id: collections.id }).from(collections).where(wentAlong).for("update");
    const isOrphan = found.parentId !== null && !(await canNest(work, ctx.actor.id, found.parentId));
    await work.tx
      .update(collections)
      .set({ deletedAt: null })
      .where(inArray(collections.id, [id, ...along.map((one) => one.id)]));
    if (isOrphan) await work.tx.update(collections).set({ parentId: null }).where(eq(collections.id, id));
    await announce(work, found, "list");
    work.audit({ action: "collection.restored", target: { type: "collection", id } });
    return ok(null);
  });
}
