import "server-only";
import { inArray, sql } from "drizzle-orm";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import type { Work } from "@/lib/work/unit-of-work";
import { isUncorrected, type StoredCorrections, UNCORRECTED } from "./apply-corrections";

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = Object.keys(UNCORRECTED).map(columnOf);
const LISTED = sql.raw(COLUMNS.join(", "));
const RENEWED = sql.raw(COLUMNS.map((column) => `${column} = excluded.${column}`).join(", "));

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
  // As one value: a statement with a parameter for each would take longer to write than to run.
  const stored = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  await work.tx.execute(sql`
    insert into ${sampleCorrections} (sample_id, ${LISTED})
    select sample_id, ${LISTED} from json_populate_recordset(null::sample_corrections, ${JSON.stringify(stored)}::json)
    on conflict (sample_id) do update set ${RENEWED}`);
}
