import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { and, count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { playlists } from "@/db/schema/playlists";
import { findAudibleRows } from "@/lib/collections/items/data";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { readReceipt, writeReceipt } from "@/lib/platform/receipt";
import type { SampleRow } from "@/lib/samples/schema";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { PLAYLIST_SAMPLES_MAX, PLAYLISTS_MAX } from "./constants";
import { tracksOf } from "./data";
import { arranging, greedyOrder } from "./order/arrange";
import { costsOf, totalCost } from "./order/cost";
import { explain, type PlaylistStep } from "./order/explain";
import {
  type ChangePlaylist,
  changePlaylistSchema,
  type Generate,
  generateSchema,
  playlistIdSchema,
  type RestorePlaylist,
  restorePlaylistSchema,
  type Wishes,
  wishesSchema,
} from "./schema";
import { rowsOfCollection, rowsOfSelection } from "./set-rows";

/** The same set and wishes then give the same order, in whatever order the set was. */
const byId = (a: SampleRow, b: SampleRow) => (a.id < b.id ? -1 : 1);

interface Ordered {
  steps: PlaylistStep[];
  cost: number;
  greedyCost: number;
}

/** Puts samples in an order that mixes well and follows the curve, and says why each is where it is. */
async function ordered(ctx: Ctx, rows: readonly SampleRow[], wishes: Wishes): Promise<Ordered> {
  const tracks = await tracksOf(ctx.actor, rows);
  const costs = costsOf(tracks, wishes.curve);
  const at = (id: string | null) => {
    const index = tracks.findIndex((track) => track.id === id);
    return index < 0 ? null : index;
  };
  const first = at(wishes.firstId);
  const last = at(wishes.lastId);
  const pins = { first, last: last === first ? null : last };
  const work = arranging(costs, pins);
  let step = work.next();
  // Other requests have their turn in between.
  for (; !step.done; step = work.next()) await pause();
  const order = step.value;
  return {
    steps: explain(tracks, order, wishes.curve),
    cost: totalCost(costs, order),
    greedyCost: totalCost(costs, greedyOrder(costs, pins)),
  };
}

/** Makes a playlist of a collection or a selection. An empty set makes an empty one. */
export async function generatePlaylist(
  ctx: Ctx,
  input: Generate,
): Promise<Result<{ id: string }, "not_found" | "too_many" | "too_many_playlists">> {
  requirePermission(ctx.actor, "collections:manage");
  const { name, set, wishes } = generateSchema.parse(input);
  const rows =
    "collectionId" in set
      ? ((await rowsOfCollection(ctx.actor, set.collectionId, PLAYLIST_SAMPLES_MAX))?.rows ?? null)
      : await rowsOfSelection(ctx.actor, set.selection, PLAYLIST_SAMPLES_MAX);
  if (!rows) return refused("not_found");
  if (rows.length > PLAYLIST_SAMPLES_MAX) return refused("too_many");
  const made = await ordered(ctx, rows.toSorted(byId), wishes);
  return inTransaction(ctx, async (work) => {
    if (!(await hasRoom(work, ctx.actor.id))) return refused("too_many_playlists");
    const [row] = await work.tx
      .insert(playlists)
      .values({ ownerId: ctx.actor.id, name, wishes, ...made })
      .returning({ id: playlists.id });
    if (!row) throw new Error("the insert returned no row");
    return ok(row);
  });
}

/** Renames a playlist, or orders its samples anew. Those that are gone are then no longer part of it. */
export async function changePlaylist(ctx: Ctx, input: ChangePlaylist): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, name, wishes } = changePlaylistSchema.parse(input);
  const own = and(eq(playlists.id, id), eq(playlists.ownerId, ctx.actor.id));
  return inTransaction(ctx, async (work) => {
    const [held] = await work.tx.select({ steps: playlists.steps }).from(playlists).where(own).for("no key update");
    if (!held) return refused("not_found");
    const ids = (held.steps as PlaylistStep[]).map(({ sampleId }) => sampleId);
    const rows = wishes ? await findAudibleRows(ctx.actor, ids) : null;
    const set = ids.flatMap((one) => rows?.get(one) ?? []).sort(byId);
    const again = wishes ? { wishes, ...(await ordered(ctx, set, wishes)) } : {};
    await work.tx
      .update(playlists)
      .set({ ...(name === undefined ? {} : { name }), ...again, updatedAt: sql`now()` })
      .where(own);
    return ok(null);
  });
}

/** Answers with a receipt, by which it is put back. */
export async function deletePlaylist(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<{ receipt: string }, "not_found">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id } = playlistIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const own = and(eq(playlists.id, id), eq(playlists.ownerId, ctx.actor.id));
    const { name, wishes, steps, cost, greedyCost, createdAt } = playlists;
    const [gone] = await work.tx
      .delete(playlists)
      .where(own)
      .returning({ name, wishes, steps, cost, greedyCost, createdAt });
    return gone ? ok({ receipt: writeReceipt(receiptOf(ctx, id), gone) }) : refused("not_found");
  });
}

const deletedSchema = z.object({
  name: z.string(),
  wishes: wishesSchema,
  steps: z.array(z.unknown()),
  cost: z.number(),
  greedyCost: z.number(),
  createdAt: z.coerce.date(),
});
const receiptOf = ({ actor }: Ctx, from: string) => ({ what: "playlist", holderId: actor.id, from });

/** Puts a deleted playlist back as it was, under its old address. One that is there stays as it is. */
export async function restorePlaylist(
  ctx: Ctx,
  input: RestorePlaylist,
): Promise<Result<null, "not_found" | "too_many_playlists">> {
  requirePermission(ctx.actor, "collections:manage");
  const { id, receipt } = restorePlaylistSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const isFull = !(await hasRoom(work, ctx.actor.id));
    const own = and(eq(playlists.id, id), eq(playlists.ownerId, ctx.actor.id));
    const there = await work.tx.select({ id: playlists.id }).from(playlists).where(own);
    if (there.length > 0) return ok(null);
    const deleted = readReceipt(receiptOf(ctx, id), deletedSchema, receipt);
    if (!deleted) return refused("not_found");
    if (isFull) return refused("too_many_playlists");
    await work.tx.insert(playlists).values({ id, ownerId: ctx.actor.id, ...deleted });
    return ok(null);
  });
}

/** Whether the person can have one more. Two requests ask one after the other. */
async function hasRoom(work: Work, ownerId: string): Promise<boolean> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`playlists:${ownerId}`}, 0))`);
  const [held] = await work.tx.select({ count: count() }).from(playlists).where(eq(playlists.ownerId, ownerId));
  return (held?.count ?? 0) < PLAYLISTS_MAX;
}
