import "server-only";
import { inArray, sql } from "drizzle-orm";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { type Ok, ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lockOwnSamples } from "@/lib/samples/writes";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { applyCorrections, isUncorrected, type StoredCorrections, UNCORRECTED } from "./apply-corrections";
import {
  type CorrectSample,
  type CorrectSamples,
  correctSampleSchema,
  correctSamplesSchema,
  type ItemResult,
} from "./schema";

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
    const before = await readStored(work, ids);
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
    await store(work, changed);
    for (const [sampleId] of changed) work.publish("sample.values_changed", { sampleId, ownerId: ctx.actor.id });
    return ok({ results });
  });
}

/** By sample, in the order of the ids. */
async function readStored(work: Work, ids: readonly string[]): Promise<Map<string, StoredCorrections>> {
  const rows = await work.tx
    .select()
    .from(sampleCorrections)
    .where(inArray(sampleCorrections.sampleId, [...ids]));
  const byId = new Map(rows.map(({ sampleId, ...stored }) => [sampleId, stored]));
  return new Map(ids.map((id) => [id, byId.get(id) ?? UNCORRECTED]));
}

async function store(work: Work, changed: readonly (readonly [string, StoredCorrections])[]): Promise<void> {
  const withdrawn = changed.filter(([, stored]) => isUncorrected(stored)).map(([id]) => id);
  const rows = changed.flatMap(([sampleId, stored]) => (isUncorrected(stored) ? [] : [{ sampleId, ...stored }]));
  if (withdrawn.length > 0) {
    await work.tx.delete(sampleCorrections).where(inArray(sampleCorrections.sampleId, withdrawn));
  }
  if (rows.length === 0) return;
  const set = {
    ...{ bpm: sql`excluded.bpm`, bpmBy: sql`excluded.bpm_by`, bpmAt: sql`excluded.bpm_at` },
    ...{ keyTonic: sql`excluded.key_tonic`, keyMode: sql`excluded.key_mode` },
    ...{ keyBy: sql`excluded.key_by`, keyAt: sql`excluded.key_at` },
    ...{ gridShiftBeats: sql`excluded.grid_shift_beats`, gridOffsetMs: sql`excluded.grid_offset_ms` },
    ...{ gridBy: sql`excluded.grid_by`, gridAt: sql`excluded.grid_at` },
    ...{ kind: sql`excluded.kind`, kindBy: sql`excluded.kind_by`, kindAt: sql`excluded.kind_at` },
  };
  await work.tx.insert(sampleCorrections).values(rows).onConflictDoUpdate({ target: sampleCorrections.sampleId, set });
}
