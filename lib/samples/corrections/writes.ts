import "server-only";
import { inArray, sql } from "drizzle-orm";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import type { Work } from "@/lib/work/unit-of-work";
import { isUncorrected, type StoredCorrections, UNCORRECTED } from "./apply-corrections";

/** By sample, in the order of the ids. */
export async function readCorrections(work: Work, ids: readonly string[]): Promise<Map<string, StoredCorrections>> {
  const rows = await work.tx
    .select()
    .from(sampleCorrections)
    .where(inArray(sampleCorrections.sampleId, [...ids]));
  const byId = new Map(rows.map(({ sampleId, ...stored }) => [sampleId, stored]));
  return new Map(ids.map((id) => [id, byId.get(id) ?? UNCORRECTED]));
}

/** Stores what samples are corrected to from now on, and forgets those of which nothing is. The caller has locked them. */
export async function storeCorrections(
  work: Work,
  changed: readonly (readonly [string, StoredCorrections])[],
): Promise<void> {
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
    ...{ kind: sql`excluded.kind`, kindBy: sql`excluded.kind_by`, kindAt: sql`excluded.kind_at` },
  };
  await work.tx.insert(sampleCorrections).values(rows).onConflictDoUpdate({ target: sampleCorrections.sampleId, set });
}
