import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { sampleTags } from "@/db/schema/sample-tags";
import { samples } from "@/db/schema/samples";
import { effectiveValues, measuredTags } from "@/lib/samples/effective-values";
import { lockOwnSamples } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { decideTags, orderOf, type SaidTags, type SampleTags, type TagDecisions, type Verdict } from "./decide-tags";
import type { TagResult } from "./schema";

/** Stores what the owner says about the tags of their samples, and answers for each in the order of the ids. */
export async function sayTags(
  work: Work,
  ownerId: string,
  ids: readonly string[],
  said: SaidTags,
): Promise<TagResult[]> {
  const mine = await lockOwnSamples(work, ownerId, ids);
  const before = await readTags(work, mine.ids);
  const decided = new Map(mine.ids.map((id) => [id, decideTags(before.get(id) ?? UNKNOWN, said)]));
  const order = orderOf([...(said.give ?? []), ...(said.accept ?? [])]);
  await storeTags(work, ownerId, decided, order);
  for (const [sampleId, decisions] of decided)
    if (decisions && decisions.size > 0) work.publish("sample.values_changed", { sampleId, ownerId });
  return ids.map((id) => {
    const decisions = decided.get(id);
    if (decisions === undefined) return { id, result: "not_found" };
    if (decisions === null) return { id, result: "too_many_tags" };
    return { id, result: decisions.size > 0 ? "changed" : "unchanged" };
  });
}

export const UNKNOWN: SampleTags = { effective: new Set(), measured: new Set(), verdicts: new Map() };

/** By sample: what is known about its tags. */
export async function readTags(work: Work, ids: readonly string[]): Promise<Map<string, SampleTags>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: samples.id, effective: effectiveValues.tags, measured: measuredTags })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(inArray(samples.id, [...ids]));
  const verdicts = await work.tx
    .select({ sampleId: sampleTags.sampleId, tag: sampleTags.tag, verdict: sampleTags.verdict })
    .from(sampleTags)
    .where(inArray(sampleTags.sampleId, [...ids]));
  const bySample = new Map(ids.map((id) => [id, new Map<string, Verdict>()]));
  for (const { sampleId, tag, verdict } of verdicts) bySample.get(sampleId)?.set(tag, verdict);
  return new Map(
    rows.map(({ id, effective, measured }) => [
      id,
      { effective: new Set(effective), measured: new Set(measured), verdicts: bySample.get(id) ?? new Map() },
    ]),
  );
}

/** Stores what was decided. The caller has locked the samples. */
export async function storeTags(
  work: Work,
  ownerId: string,
  decided: ReadonlyMap<string, TagDecisions | null>,
  order: ReadonlyMap<string, number>,
): Promise<void> {
  const all = [...decided].flatMap(([sampleId, decisions]) =>
    [...(decisions ?? [])].map(([tag, verdict]) => ({ sampleId, tag, verdict })),
  );
  const forgotten = all.filter(({ verdict }) => verdict === null);
  for (const tag of new Set(forgotten.map((one) => one.tag))) {
    const of = forgotten.filter((one) => one.tag === tag).map(({ sampleId }) => sampleId);
    await work.tx.delete(sampleTags).where(and(eq(sampleTags.tag, tag), inArray(sampleTags.sampleId, of)));
  }
  const rows = all.flatMap(({ sampleId, tag, verdict }) =>
    verdict === null ? [] : [{ sampleId, tag, verdict, place: order.get(tag) ?? 0 }],
  );
  if (rows.length === 0) return;
  // As one value: a statement with a parameter for each would take longer to write than to run.
  await work.tx.execute(sql`
    insert into ${sampleTags} (sample_id, owner_id, tag, verdict, decided_at)
    select "sampleId", ${ownerId}::uuid, tag, verdict, now() + place * interval '1 microsecond'
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as said ("sampleId" uuid, tag text, verdict text, place integer)
    on conflict (sample_id, tag) do update set verdict = excluded.verdict, decided_at = excluded.decided_at`);
}
