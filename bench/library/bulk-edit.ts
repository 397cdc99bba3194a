import postgres from "postgres";
import { markdownTable } from "@/bench/report/markdown-table";
import { asSystem } from "@/lib/audit/sources";
import { workOnEdit } from "@/lib/bulk-edits/jobs";
import type { BulkChanges } from "@/lib/bulk-edits/schema";
import { planEdit } from "@/lib/bulk-edits/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { Figure, LibraryBench, Section, SectionReport } from "./section";

const SAMPLES = 10_000;
const TARGET_SECONDS = 5;

const EVERYTHING: BulkChanges = {
  ...{ tags: { give: ["benchmarked"], remove: ["kick"] }, kind: "loop", bpm: { factor: "2" }, isFavourite: true },
  ...{ key: { tonic: 9, mode: "minor" }, licence: "cc-by", aiTraining: "not_allowed" },
};

/** What people do most, and all at once. */
const EDITS: readonly [what: string, changes: BulkChanges][] = [
  ["one tag given", { tags: { give: ["once"], remove: [] } }],
  ["tempo doubled", { bpm: { factor: "2" } }],
  ["everything that can be changed", EVERYTHING],
  ["moved to the trash", { delete: true }],
];

const secondsOf = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
};

/** From the planning to the last portion, as the durable function does it. */
async function editAll(ownerId: string, changes: BulkChanges, ids: readonly string[]): Promise<string> {
  const id = await inTransaction(asSystem(), (work) => planEdit(work, { ownerId, changes }, ids));
  while (await workOnEdit(id));
  return id;
}

async function measure({ owner, databaseUrl }: LibraryBench): Promise<SectionReport> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const figures: Figure[] = [];
  const rows: string[][] = [];
  try {
    const found = await sql<{ id: string }[]>`
      select id from samples where owner_id = ${owner.id} and deleted_at is null order by md5(id::text) limit ${SAMPLES}`;
    const ids = found.map(({ id }) => id);
    for (const [what, changes] of EDITS) {
      let editId = "";
      const done = await secondsOf(async () => {
        editId = await editAll(owner.id, changes, ids);
      });
      const [edit] = await sql`select results from bulk_edits where id = ${editId}`;
      await sql`update bulk_edits set undo_asked_at = now() where id = ${editId}`;
      const undone = await secondsOf(async () => {
        while (await workOnEdit(editId));
      });
      const changed = Number(edit?.results?.changed ?? 0);
      rows.push([what, changed.toLocaleString("en-GB"), done.toFixed(2), undone.toFixed(2)]);
      figures.push({ what, measured: done, target: TARGET_SECONDS, unit: "s" });
      figures.push({ what: `${what}, undone`, measured: undone, target: TARGET_SECONDS, unit: "s" });
    }
    await sql`delete from bulk_edits where owner_id = ${owner.id}`;
  } finally {
    await sql.end();
  }
  const head = ["change", "changed", "seconds", "undoing, seconds"];
  const count = SAMPLES.toLocaleString("en-GB");
  return {
    text: `${count} samples, chosen at random, in portions with a transaction each: locks, values before, changes, results, one live event a portion, and the triggers of the search index. Target: ${TARGET_SECONDS} s.\n\n${markdownTable(head, rows)}`,
    figures,
  };
}

export const bulkEditSection: Section = { name: "bulk-edit", title: "Bulk edit", measure };
