import "server-only";
import { type Ok, ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lockOwnSamples } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { applyCorrections } from "./apply-corrections";
import {
  type CorrectSample,
  type CorrectSamples,
  correctSampleSchema,
  correctSamplesSchema,
  type ItemResult,
} from "./schema";
import { readCorrections, storeCorrections } from "./writes";

/** Sets, clears or withdraws values of one sample. */
export async function correctSample(ctx: Ctx, input: CorrectSample): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "samples:update");
  const item = correctSampleSchema.parse(input);
  const { value } = await correctSamples(ctx, { items: [item] });
  return value.results[0]?.result === "not_found" ? refused("not_found") : ok(null);
}

/** Corrects many samples, each as its item says. An item that finds no sample stops no other. */
export async function correctSamples(ctx: Ctx, input: CorrectSamples): Promise<Ok<{ results: ItemResult[] }>> {
  requirePermission(ctx.actor, "samples:update");
  const { items } = correctSamplesSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const { ids, now } = await lockOwnSamples(
      work,
      ctx.actor.id,
      items.map(({ id }) => id),
    );
    const before = await readCorrections(work, ids);
    const after = new Map(before);
    const said = { by: ctx.actor.id, at: now };
    const results = items.map(({ id, ...corrections }): ItemResult => {
      const stored = after.get(id);
      if (!stored) return { id, result: "not_found" };
      const next = applyCorrections(stored, corrections, said);
      after.set(id, next);
      return { id, result: next === stored ? "unchanged" : "changed" };
    });
    const changed = [...after].filter(([id, stored]) => stored !== before.get(id));
    await storeCorrections(work, changed);
    for (const [sampleId] of changed) work.publish("sample.values_changed", { sampleId, ownerId: ctx.actor.id });
    return ok({ results });
  });
}
