import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { collectionItems, collections } from "@/db/schema/collections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { audibleOf, findCollection } from "@/lib/collections/data";
import { isAddersOwn } from "@/lib/collections/effective-values";
import type { Collection, CollectionItem } from "@/lib/collections/schema";
import { isFlagOn } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { findRowsOfAnybody, findSamples } from "@/lib/samples/data";
import type { SampleRow } from "@/lib/samples/schema";
import { listPage } from "@/lib/search/words/data";
import { parseQuery } from "@/lib/search-query/parse";
import { forOthers } from "./for-others";

/** Where a page of items ends: the place and the sample, or the search's own cursor of a smart collection. */
export type ItemPosition = { place: number; id: string } | { cursor: string };

export interface ItemPage {
  items: CollectionItem[];
  next: ItemPosition | null;
}

interface Wanted {
  limit: number;
  after: ItemPosition | null;
}

/** One page of a collection's samples. Null if the person does not share it, `invalid` if the position is of another one. */
export async function listItems(viewer: Actor, id: string, wanted: Wanted): Promise<ItemPage | null | "invalid"> {
  const found = await findCollection(viewer, id);
  if (!found) return null;
  return readItems(viewer, found.collection, wanted);
}

/** The same for a collection that was looked up before. */
export async function readItems(
  viewer: Actor,
  collection: Pick<Collection, "id" | "query">,
  wanted: Wanted,
): Promise<ItemPage | "invalid"> {
  return collection.query === null
    ? listHeld(viewer, collection.id, wanted)
    : listFound(viewer, collection.query, wanted);
}

async function listFound(viewer: Actor, query: string, { limit, after }: Wanted): Promise<ItemPage | "invalid"> {
  if (after && !("cursor" in after)) return "invalid";
  const page = await listPage(viewer, { query: parseQuery(query), sort: "-addedAt", cursor: after?.cursor, limit });
  if (!page) return "invalid";
  const rows = new Map((await findSamples(viewer, page.sampleIds)).map((row) => [row.id, row]));
  const items = page.sampleIds.flatMap((id) => {
    const sample = rows.get(id);
    return sample ? [{ sample, addedBy: null }] : [];
  });
  return { items, next: page.nextCursor === null ? null : { cursor: page.nextCursor } };
}

async function listHeld(viewer: Actor, id: string, { limit, after }: Wanted): Promise<ItemPage | "invalid"> {
  if (after && "cursor" in after) return "invalid";
  const { position, sampleId, collectionId } = collectionItems;
  // While sharing is off, what others have added is not shown to the owner either.
  const isShown = (await isFlagOn(viewer, "shared-collections")) ? isAddersOwn : eq(samples.ownerId, viewer.id);
  const isFurther = after && sql`(${position}, ${sampleId}) > (${after.place}::float8, ${after.id}::uuid)`;
  const found = await db()
    .select({ id: sampleId, place: position, ownerId: samples.ownerId, addedBy: users.name })
    .from(collectionItems)
    .innerJoin(collections, eq(collections.id, collectionId))
    .innerJoin(samples, and(eq(samples.id, sampleId), isNull(samples.deletedAt)))
    .innerJoin(users, eq(users.id, collectionItems.addedBy))
    .where(and(eq(collectionId, id), isShown, isFurther ?? undefined))
    .orderBy(asc(position), asc(sampleId))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const ids = shown.map((row) => row.id);
  const rows = new Map((await findRowsOfAnybody(viewer, ids)).map((row) => [row.id, row]));
  const items = shown.flatMap(({ id: sample, ownerId, addedBy }): CollectionItem[] => {
    const row = rows.get(sample);
    if (!row) return [];
    const isOwn = ownerId === viewer.id;
    return [{ sample: isOwn ? row : forOthers(row), addedBy: isOwn ? null : addedBy }];
  });
  return { items, next: found.length > limit && last ? { place: last.place, id: last.id } : null };
}

/** Rows of these samples that somebody may hear: their own, and those of others in collections that they share. */
export async function findAudibleRows(viewer: Actor, ids: readonly string[]): Promise<Map<string, SampleRow>> {
  const rows = new Map((await findSamples(viewer, [...ids])).map((row) => [row.id, row]));
  const missing = ids.filter((id) => !rows.has(id));
  const audible = [...(await audibleOf(viewer, missing)).keys()];
  for (const row of await findRowsOfAnybody(viewer, audible)) rows.set(row.id, forOthers(row));
  return rows;
}
