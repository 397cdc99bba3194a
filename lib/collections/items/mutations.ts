import "server-only";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { collectionItems } from "@/db/schema/collections";
import { ITEMS_MAX } from "@/lib/collections/constants";
import { areApart, between } from "@/lib/collections/places";
import { mayContribute } from "@/lib/collections/policy";
import {
  type AddItems,
  addItemsSchema,
  type MoveItems,
  moveItemsSchema,
  type RemoveItems,
  type RestoreItems,
  removeItemsSchema,
  restoreItemsSchema,
} from "@/lib/collections/schema";
import { announce, lockCollection } from "@/lib/collections/writes";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { selectedIds } from "@/lib/library/data";
import { readReceipt, writeReceipt } from "@/lib/platform/receipt";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { neighboursOf, numberAnew, placesOf } from "./writes";

export type ItemsRefusal = "not_found" | "not_allowed" | "smart";

interface Added {
  added: number;
  /** Those that were in it before. */
  already: number;
  /** Those that found no room. */
  leftOut: number;
}

/**
 * Adds the samples of a selection at the end. Ids keep their order; what a query finds comes with the newest first. Each
 * portion is a transaction of its own, so that a large selection locks nobody out.
 */
export async function addSelection(ctx: Ctx, input: AddItems): Promise<Result<Added, ItemsRefusal>> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, selection } = addItemsSchema.parse(input);
  const sum: Added = { added: 0, already: 0, leftOut: 0 };
  const first = await addPortion(ctx, id, []);
  if (!first.ok) return first;
  const order = "ids" in selection ? new Map(selection.ids.map((one, index) => [one, index])) : null;
  for await (const found of portions(ctx, selection, order)) {
    const done = await addPortion(ctx, id, found);
    if (!done.ok) return done;
    sum.added += done.value.added;
    sum.already += done.value.already;
    sum.leftOut += done.value.leftOut;
  }
  return ok(sum);
}

async function* portions(ctx: Ctx, selection: AddItems["selection"], order: ReadonlyMap<string, number> | null) {
  for await (const ids of selectedIds(ctx.actor, selection))
    yield order ? ids.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)) : ids;
}

function addPortion(ctx: Ctx, id: string, ids: readonly string[]): Promise<Result<Added, ItemsRefusal>> {
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (!collection) return refused("not_found");
    if (!mayContribute(collection.role)) return refused("not_allowed");
    if (collection.query !== null) return refused("smart");
    if (ids.length === 0) return ok({ added: 0, already: 0, leftOut: 0 });
    const [held] = await work.tx
      .select({ count: count(), last: sql<number>`coalesce(max(${collectionItems.position}), 0)::float8` })
      .from(collectionItems)
      .where(eq(collectionItems.collectionId, id));
    const room = Math.max(0, ITEMS_MAX - (held?.count ?? 0));
    const { rowCount } = await work.tx.execute(sql`
      insert into collection_items (collection_id, sample_id, added_by, position)
      select ${id}, samples.id, ${ctx.actor.id}, ${held?.last ?? 0}::float8 + asked.place
      from unnest(${`{${ids.join()}}`}::uuid[]) with ordinality asked (id, place)
      join samples on samples.id = asked.id and samples.owner_id = ${ctx.actor.id} and samples.deleted_at is null
      where not exists (select from collection_items held where held.collection_id = ${id} and held.sample_id = samples.id)
      order by asked.place limit ${room}
      on conflict do nothing`);
    const added = rowCount ?? 0;
    const already = await countHeld(work, id, ids);
    if (added > 0) await announce(work, collection, "items");
    return ok({ added, already: already - added, leftOut: ids.length - already });
  });
}

async function countHeld(work: Work, id: string, ids: readonly string[]): Promise<number> {
  const held = and(eq(collectionItems.collectionId, id), inArray(collectionItems.sampleId, [...ids]));
  const [row] = await work.tx.select({ count: count() }).from(collectionItems).where(held);
  return row?.count ?? 0;
}

/** Each: the sample and its place. Whose it was is known: nobody adds what is not theirs. */
const removedItems = z.array(z.tuple([z.uuid(), z.number()]));
const receiptOf = ({ actor }: Ctx, from: string) => ({ what: "collection items", holderId: actor.id, from });

/** Takes samples out; they stay in the library. The owner takes out all, others what they have added. */
export async function removeItems(
  ctx: Ctx,
  input: RemoveItems,
): Promise<Result<{ sampleIds: string[]; receipt: string }, ItemsRefusal>> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, sampleIds } = removeItemsSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (!collection) return refused("not_found");
    if (!mayContribute(collection.role)) return refused("not_allowed");
    if (collection.query !== null) return refused("smart");
    const mine = collection.role === "owner" ? undefined : eq(collectionItems.addedBy, ctx.actor.id);
    const removed = await work.tx
      .delete(collectionItems)
      .where(and(eq(collectionItems.collectionId, id), inArray(collectionItems.sampleId, sampleIds), mine))
      .returning({
        sampleId: collectionItems.sampleId,
        position: collectionItems.position,
      });
    if (removed.length > 0) await announce(work, collection, "items");
    const receipt = writeReceipt(
      receiptOf(ctx, id),
      removed.map(({ sampleId, position }) => [sampleId, position]),
    );
    return ok({ sampleIds: removed.map(({ sampleId }) => sampleId), receipt });
  });
}

/**
 * Puts removed samples back where they stood, each under the name of whoever had added it, if that person still shares
 * the collection. What is there again by now stays as it is.
 */
export async function restoreItems(
  ctx: Ctx,
  input: RestoreItems,
): Promise<Result<{ restored: number }, ItemsRefusal | "receipt_expired">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, receipt } = restoreItemsSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (!collection) return refused("not_found");
    if (!mayContribute(collection.role)) return refused("not_allowed");
    if (collection.query !== null) return refused("smart");
    const items = readReceipt(receiptOf(ctx, id), removedItems, receipt);
    if (!items) return refused("receipt_expired");
    const [held] = await work.tx
      .select({ count: count() })
      .from(collectionItems)
      .where(eq(collectionItems.collectionId, id));
    const [ids, places] = [items.map(([one]) => one), items.map(([, place]) => place)];
    const { rowCount } = await work.tx.execute(sql`
      insert into collection_items (collection_id, sample_id, added_by, position)
      select ${id}, samples.id, samples.owner_id, removed.place
      from unnest(${`{${ids.join()}}`}::uuid[], ${`{${places.join()}}`}::float8[]) removed (id, place)
      join samples on samples.id = removed.id
      where samples.owner_id = ${collection.ownerId} or exists (
        select from collection_members member
        where member.collection_id = ${id} and member.user_id = samples.owner_id)
      order by removed.place limit ${Math.max(0, ITEMS_MAX - (held?.count ?? 0))}
      on conflict do nothing`);
    const restored = rowCount ?? 0;
    if (restored > 0) await announce(work, collection, "items");
    return ok({ restored });
  });
}

/**
 * Puts items, in the order of the request, before another item or at the end. The collection's lock puts two requests
 * one after the other, so that every reader finds one order. Items that are gone are passed over.
 */
export async function moveItems(ctx: Ctx, input: MoveItems): Promise<Result<null, ItemsRefusal>> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, sampleIds, before } = moveItemsSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const collection = await lockCollection(work, ctx.actor, id);
    if (!collection) return refused("not_found");
    if (!mayContribute(collection.role)) return refused("not_allowed");
    if (collection.query !== null) return refused("smart");
    const held = await placesOf(work, id, sampleIds);
    const moved = [...new Set(sampleIds)].filter((one) => held.has(one));
    if (moved.length === 0 || (before !== null && moved.includes(before))) return ok(null);
    for (let isFresh = false; ; isFresh = true) {
      const neighbours = await neighboursOf(work, { id, moved, before });
      if (!neighbours) return refused("not_found");
      const { below, above } = neighbours;
      const places = between(below, above, moved.length);
      if (!isFresh && !areApart(places, below, above)) {
        await numberAnew(work, id);
        continue;
      }
      await work.tx.execute(sql`
        update collection_items item set position = wanted.place
        from unnest(${`{${moved.join()}}`}::uuid[], ${`{${places.join()}}`}::float8[]) wanted (id, place)
        where item.collection_id = ${id} and item.sample_id = wanted.id`);
      break;
    }
    await announce(work, collection, "items");
    return ok(null);
  });
}
