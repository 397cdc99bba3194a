import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { duplicateDismissals } from "@/db/schema/duplicates";
import { samples } from "@/db/schema/samples";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type DismissDuplicates, dismissDuplicatesSchema } from "./schema";
import { lockDuplicates, regroup } from "./writes";

/** Says that no two of these samples are duplicates. They never share a group again, whatever is found later. */
export async function dismissDuplicates(ctx: Ctx, input: DismissDuplicates): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "samples:update");
  const ids = [...new Set(dismissDuplicatesSchema.parse(input).ids)].sort();
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    await lockDuplicates(work, ownerId);
    const mine = and(inArray(samples.id, ids), eq(samples.ownerId, ownerId), isNull(samples.deletedAt));
    const found = await work.tx.select({ id: samples.id }).from(samples).where(mine).for("key share");
    if (found.length < ids.length) return refused("not_found");
    const pairs = ids.flatMap((sampleA, i) => ids.slice(i + 1).map((sampleB) => ({ ownerId, sampleA, sampleB })));
    if (pairs.length > 0) await work.tx.insert(duplicateDismissals).values(pairs).onConflictDoNothing();
    await regroup(work, ownerId, ids);
    return ok(null);
  });
}
