import "server-only";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { type Ok, ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type SetFavourite, sampleIdSchema, sampleIdsSchema, setFavouriteSchema } from "./schema";
import { lockInOrder, removeSamples, retryFailed } from "./writes";

/** Moves samples to the trash, where they stay for a while. Ignores ids of other people's samples. */
export async function deleteSamples(ctx: Ctx, input: { ids: string[] }): Promise<Ok<{ ids: string[] }>> {
  requirePermission(ctx.actor, "samples:delete");
  return ok({ ids: await setDeleted(ctx, input, "deleted") });
}

/** Takes samples out of the trash. Returns only the ids that could be restored. */
export async function restoreSamples(ctx: Ctx, input: { ids: string[] }): Promise<Ok<{ ids: string[] }>> {
  requirePermission(ctx.actor, "samples:delete");
  return ok({ ids: await setDeleted(ctx, input, "restored") });
}

async function setDeleted(ctx: Ctx, input: { ids: string[] }, change: "deleted" | "restored"): Promise<string[]> {
  const { ids } = sampleIdsSchema.parse(input);
  const ownerId = ctx.actor.id;
  const isOther = change === "deleted" ? isNull(samples.deletedAt) : isNotNull(samples.deletedAt);
  return inTransaction(ctx, async (work) => {
    const found = await lockInOrder(work, and(inArray(samples.id, ids), eq(samples.ownerId, ownerId), isOther));
    const changed = await work.tx
      .update(samples)
      .set({ deletedAt: change === "deleted" ? sql`now()` : null })
      .where(inArray(samples.id, found))
      .returning({ id: samples.id, status: samples.status, at: sql`now()`.mapWith(samples.createdAt) });
    for (const { id, status, at } of changed) {
      work.publish(`sample.${change}`, { sampleId: id, ownerId, status }, String(at.getTime()));
      work.audit({ action: `sample.${change}`, target: { type: "sample", id } });
    }
    return changed.map(({ id }) => id);
  });
}

/** Removes samples from the trash for good. Ignores ids that are not in this person's trash. */
export async function purgeSamples(ctx: Ctx, input: { ids: string[] }): Promise<Ok<{ ids: string[] }>> {
  requirePermission(ctx.actor, "samples:delete");
  const { ids } = sampleIdsSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const inTrash = and(inArray(samples.id, ids), eq(samples.ownerId, ctx.actor.id), isNotNull(samples.deletedAt));
    const found = await work.tx
      .select({ id: samples.id })
      .from(samples)
      .where(inTrash)
      .orderBy(samples.id)
      .for("update");
    const purged = found.map(({ id }) => id);
    if (purged.length > 0) await removeSamples(work, inArray(samples.id, purged));
    for (const id of purged) work.audit({ action: "sample.purged", target: { type: "sample", id } });
    return ok({ ids: purged });
  });
}

const mine = (ctx: Ctx, id: string) =>
  and(eq(samples.id, id), eq(samples.ownerId, ctx.actor.id), isNull(samples.deletedAt));

/** Marks a sample as a favourite, or removes the mark. */
export async function setFavourite(ctx: Ctx, input: SetFavourite): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "samples:update");
  const { id, isFavourite } = setFavouriteSchema.parse(input);
  const isOther = isFavourite ? isNull(samples.favouritedAt) : isNotNull(samples.favouritedAt);
  return inTransaction(ctx, async (work) => {
    const [changed] = await work.tx
      .update(samples)
      .set({ favouritedAt: isFavourite ? sql`now()` : null })
      .where(and(mine(ctx, id), isOther))
      .returning({ id: samples.id });
    if (changed) {
      work.publish("sample.favourite_changed", { sampleId: id, ownerId: ctx.actor.id });
      return ok(null);
    }
    const [exists] = await work.tx.select({ id: samples.id }).from(samples).where(mine(ctx, id));
    return exists ? ok(null) : refused("not_found");
  });
}

/** Analyses a failed sample again, if its file is still there. */
export async function retryAnalysis(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<null, "not_found" | "not_retriable">> {
  requirePermission(ctx.actor, "analysis:run");
  const { id } = sampleIdSchema.parse(input);
  const isRetried = await inTransaction(ctx, async (work) => {
    const retried = await retryFailed(work, mine(ctx, id));
    for (const id of retried) work.audit({ action: "sample.analysis_retried", target: { type: "sample", id } });
    return retried.length > 0;
  });
  if (isRetried) return ok(null);
  const [exists] = await db().select({ id: samples.id }).from(samples).where(mine(ctx, id));
  return refused(exists ? "not_retriable" : "not_found");
}
