import "server-only";
import { type Ok, ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type ChangeManyTags, type ChangeTags, changeManyTagsSchema, changeTagsSchema, type TagResult } from "./schema";
import { sayTags } from "./writes";

/** Gives tags to a sample, takes tags off it, or forgets what was said about them. */
export async function changeTags(ctx: Ctx, input: ChangeTags): Promise<Result<null, "not_found" | "too_many_tags">> {
  requirePermission(ctx.actor, "samples:update");
  const { id, ...said } = changeTagsSchema.parse(input);
  const [answer] = await inTransaction(ctx, (work) => sayTags(work, ctx.actor.id, [id.toLowerCase()], said));
  const result = answer?.result ?? "not_found";
  return result === "not_found" || result === "too_many_tags" ? refused(result) : ok(null);
}

/** The same for many samples. One that cannot be changed stops no other. */
export async function changeManyTags(ctx: Ctx, input: ChangeManyTags): Promise<Ok<{ results: TagResult[] }>> {
  requirePermission(ctx.actor, "samples:update");
  const { ids, ...said } = changeManyTagsSchema.parse(input);
  const results = await inTransaction(ctx, (work) => sayTags(work, ctx.actor.id, [...new Set(ids)], said));
  return ok({ results });
}
