import "server-only";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { VIEWS_MAX } from "./constants";
import { type NewView, newViewSchema, type ViewChanges, viewChangesSchema } from "./schema";

const mine = (ctx: Ctx, id: string) => and(eq(savedViews.id, id), eq(savedViews.ownerId, ctx.actor.id));

/** Saves a view behind the others. */
export async function saveView(
  ctx: Ctx,
  input: NewView,
): Promise<Result<{ id: string }, "name_taken" | "too_many_views">> {
  requirePermission(ctx.actor, "samples:update");
  const view = newViewSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const ids = await lockViews(work, ctx);
    if (ids.length >= VIEWS_MAX) return refused("too_many_views");
    const [saved] = await work.tx
      .insert(savedViews)
      .values({ ...view, ownerId: ctx.actor.id, position: ids.length })
      .onConflictDoNothing()
      .returning({ id: savedViews.id });
    return saved ? ok(saved) : refused("name_taken");
  });
}

/** Gives a view another name, another address or another place among the others. */
export async function changeView(
  ctx: Ctx,
  id: string,
  input: ViewChanges,
): Promise<Result<null, "not_found" | "name_taken">> {
  requirePermission(ctx.actor, "samples:update");
  const { position, ...values } = viewChangesSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const ids = await lockViews(work, ctx);
    if (!ids.includes(id)) return refused("not_found");
    if (values.name !== undefined) {
      const isSame = sql`lower(${savedViews.name}) = lower(${values.name})`;
      const others = and(eq(savedViews.ownerId, ctx.actor.id), ne(savedViews.id, id), isSame);
      const [taken] = await work.tx.select({ id: savedViews.id }).from(savedViews).where(others);
      if (taken) return refused("name_taken");
    }
    const isChange = Object.values(values).some((value) => value !== undefined);
    if (isChange) await work.tx.update(savedViews).set(values).where(mine(ctx, id));
    if (position !== undefined) await placeViews(work, moved(ids, id, position));
    return ok(null);
  });
}

/** Deletes a view. A second call finds nothing. */
export async function deleteView(ctx: Ctx, id: string): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "samples:update");
  return inTransaction(ctx, async (work) => {
    const ids = await lockViews(work, ctx);
    const [deleted] = await work.tx.delete(savedViews).where(mine(ctx, id)).returning({ id: savedViews.id });
    if (!deleted) return refused("not_found");
    await placeViews(
      work,
      ids.filter((other) => other !== id),
    );
    return ok(null);
  });
}

/** The ids of somebody's views in their order. Whoever changes them waits here for whoever is changing them. */
async function lockViews({ tx }: Work, ctx: Ctx): Promise<string[]> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, ctx.actor.id)).for("no key update");
  const rows = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(eq(savedViews.ownerId, ctx.actor.id))
    .orderBy(asc(savedViews.position), asc(savedViews.id));
  return rows.map(({ id }) => id);
}

function moved(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, position), id, ...others.slice(position)];
}

async function placeViews({ tx }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const place = sql`array_position(${sql.param([...ids])}::uuid[], ${savedViews.id}) - 1`;
  await tx
    .update(savedViews)
    .set({ position: place })
    .where(and(inArray(savedViews.id, [...ids]), sql`${savedViews.position} <> ${place}`));
}
