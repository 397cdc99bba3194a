import "server-only";
import { and, inArray, or, sql } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import { type Ok, ok } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { ItemResult } from "@/lib/samples/corrections/schema";
import { lockOwnSamples } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type SetRights, setRightsSchema } from "./schema";

/**
 * Says the same of the rights in many samples, and for each what became of it. Null takes back what was said; what is left
 * out stays as it is. One that is not there stops no other.
 */
export async function setRights(ctx: Ctx, input: SetRights): Promise<Ok<{ results: ItemResult[] }>> {
  requirePermission(ctx.actor, "samples:update");
  const { ids, ...said } = setRightsSchema.parse(input);
  const asked = [...new Set(ids)];
  return inTransaction(ctx, async (work) => {
    const own = await lockOwnSamples(work, ctx.actor.id, asked);
    const differs = or(
      said.licence === undefined ? undefined : sql`${samples.licence} is distinct from ${said.licence}`,
      said.aiTraining === undefined ? undefined : sql`${samples.aiTraining} is distinct from ${said.aiTraining}`,
    );
    const rows =
      own.ids.length === 0
        ? []
        : await work.tx
            .update(samples)
            .set(said)
            .where(and(inArray(samples.id, own.ids), differs))
            .returning({ id: samples.id });
    const changed = new Set(rows.map(({ id }) => id));
    for (const sampleId of changed) work.publish("sample.values_changed", { sampleId, ownerId: ctx.actor.id });
    const found = new Set(own.ids);
    const resultOf = (id: string) => (changed.has(id) ? "changed" : found.has(id) ? "unchanged" : "not_found");
    return ok({ results: asked.map((id): ItemResult => ({ id, result: resultOf(id) })) });
  });
}
