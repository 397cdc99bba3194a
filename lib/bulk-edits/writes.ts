import "server-only";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { bulkEditItems, bulkEdits } from "@/db/schema/bulk-edits";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { UNCORRECTED } from "@/lib/samples/corrections/apply-corrections";
import { readCorrections, storeCorrections } from "@/lib/samples/corrections/writes";
import { effectiveValues } from "@/lib/samples/effective-values";
import { orderOf } from "@/lib/samples/tags/decide-tags";
import { readTags, storeTags, UNKNOWN } from "@/lib/samples/tags/writes";
import { lockInOrder } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";
import { PORTION_SAMPLES } from "./constants";
import { type Next, planItem, planUndo, type SampleState, type Values } from "./plan-item";
import type { BulkChanges } from "./schema";

type Edit = typeof bulkEdits.$inferSelect;
const ITEMS_A_STATEMENT = 10_000;

/** Writes down what is to be changed, before anything is: a killed edit goes on where it was. Returns its id. */
export async function planEdit(
  work: Work,
  edit: { ownerId: string; changes: BulkChanges },
  ids: readonly string[],
): Promise<string> {
  const [row] = await work.tx
    .insert(bulkEdits)
    .values({ ...edit, total: ids.length })
    .returning({ id: bulkEdits.id });
  if (!row) throw new Error("insert returned no row");
  for (let from = 0; from < ids.length; from += ITEMS_A_STATEMENT) {
    const some = ids.slice(from, from + ITEMS_A_STATEMENT);
    await work.tx.execute(sql`
      insert into bulk_edit_items (bulk_edit_id, sample_id) select ${row.id}, unnest(${`{${some.join()}}`}::uuid[])`);
  }
  return row.id;
}

/** An edit that is not at its end, locked: two processes never work on one. Null if there is none. */
export async function lockEdit(work: Work, id: string): Promise<Edit | null> {
  const [edit] = await work.tx.select().from(bulkEdits).where(eq(bulkEdits.id, id)).for("update");
  return edit ?? null;
}

/**
 * Changes the next portion of an edit's samples, in the order of their ids. Returns those that were changed, or null if
 * all samples had their turn.
 */
export async function editPortion(work: Work, edit: Edit): Promise<string[] | null> {
  const ids = await nextItems(work, edit.id, isNull(bulkEditItems.result));
  if (ids.length === 0) {
    await work.tx.update(bulkEdits).set({ endedAt: sql`now()` }).where(eq(bulkEdits.id, edit.id));
    return null;
  }
  const changes = edit.changes as BulkChanges;
  const { states, now } = await readStates(work, edit.ownerId, ids, changes);
  const by = { by: edit.ownerId, at: now };
  const planned = ids.map((id) => {
    const state = states.get(id);
    const isThere = state !== undefined && state.deletedAt === null;
    return { id, ...(isThere ? planItem(state, changes, by) : MISSING) };
  });
  await storeNext(work, edit.ownerId, planned, changes.tags?.give ?? []);
  const kept = planned.map(({ id, result, before, made }) => ({ id, result, before, made }));
  await work.tx.execute(sql`
    update bulk_edit_items i set result = made.result, before = made.before, made = made.made
    from json_to_recordset(${JSON.stringify(kept)}::json) as made (id uuid, result text, before jsonb, made jsonb)
    where i.bulk_edit_id = ${edit.id} and i.sample_id = made.id`);
  await tally(work, edit, "results", planned);
  return planned.flatMap(({ id, result }) => (result === "changed" ? [id] : []));
}

const MISSING = { result: "not_found", next: {}, before: null, made: null } as const;

/** The same backwards: the next portion of what an edit changed gets its values from before. */
export async function undoPortion(work: Work, edit: Edit): Promise<string[] | null> {
  const toUndo = and(eq(bulkEditItems.result, "changed"), isNull(bulkEditItems.undoResult));
  const ids = await nextItems(work, edit.id, toUndo);
  if (ids.length === 0) {
    await work.tx.update(bulkEdits).set({ undoneAt: sql`now()` }).where(eq(bulkEdits.id, edit.id));
    return null;
  }
  const { states } = await readStates(work, edit.ownerId, ids, edit.changes as BulkChanges);
  const stored = await work.tx
    .select({ id: bulkEditItems.sampleId, before: bulkEditItems.before, made: bulkEditItems.made })
    .from(bulkEditItems)
    .where(and(eq(bulkEditItems.bulkEditId, edit.id), inArray(bulkEditItems.sampleId, ids)));
  const planned = stored.map(({ id, before, made }) => {
    const state = states.get(id);
    // What is in the trash counts as gone, unless it is this edit that put it there.
    const isThere = state && (state.deletedAt === null || (made as Values).deletedAt !== undefined);
    return { id, ...(isThere ? planUndo(state, before as Values, made as Values) : GONE) };
  });
  await storeNext(work, edit.ownerId, planned, []);
  const results = planned.map(({ id, result }) => ({ id, result }));
  await work.tx.execute(sql`
    update bulk_edit_items i set undo_result = made.result
    from json_to_recordset(${JSON.stringify(results)}::json) as made (id uuid, result text)
    where i.bulk_edit_id = ${edit.id} and i.sample_id = made.id`);
  await tally(work, edit, "undoResults", planned);
  return planned.flatMap(({ id, next }) => (Object.keys(next).length > 0 ? [id] : []));
}

const GONE = { result: "not_found", next: {} } as const;

async function nextItems(work: Work, editId: string, which: SQL | undefined): Promise<string[]> {
  const rows = await work.tx
    .select({ id: bulkEditItems.sampleId })
    .from(bulkEditItems)
    .where(and(eq(bulkEditItems.bulkEditId, editId), which))
    .orderBy(asc(bulkEditItems.sampleId))
    .limit(PORTION_SAMPLES);
  return rows.map(({ id }) => id);
}

/**
 * Locks the samples that are this owner's, and reads what this edit can change. What it does not name stands as if nobody
 * had said anything: tags are the dearest to read.
 */
async function readStates(
  work: Work,
  ownerId: string,
  ids: readonly string[],
  { tags: saidTags, bpm, key, kind }: BulkChanges,
): Promise<{ states: Map<string, SampleState>; now: Date }> {
  const mine = await lockInOrder(work, and(inArray(samples.id, [...ids]), eq(samples.ownerId, ownerId)));
  const rows = await work.tx
    .select({
      id: samples.id,
      favouritedAt: samples.favouritedAt,
      deletedAt: samples.deletedAt,
      rights: { licence: samples.licence, aiTraining: samples.aiTraining },
      bpm: effectiveValues.bpm,
      now: sql`now()`.mapWith(samples.createdAt),
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(inArray(samples.id, mine));
  const isCorrected = bpm !== undefined || key !== undefined || kind !== undefined;
  const corrections = await readCorrections(work, isCorrected ? mine : []);
  const tags = await readTags(work, saidTags ? mine : []);
  const states = rows.map(({ id, now: _, ...row }): [string, SampleState] => [
    id,
    { ...row, corrections: corrections.get(id) ?? UNCORRECTED, tags: tags.get(id) ?? UNKNOWN },
  ]);
  return { states: new Map(states), now: rows[0]?.now ?? new Date() };
}

/** Writes what was planned, a statement for each kind of value. */
async function storeNext(
  work: Work,
  ownerId: string,
  planned: readonly { id: string; next: Next }[],
  given: readonly string[],
): Promise<void> {
  await storeCorrections(
    work,
    planned.flatMap(({ id, next }) => (next.corrections ? [[id, next.corrections] as const] : [])),
  );
  const tags = planned.flatMap(({ id, next }) => (next.tags ? [[id, next.tags] as const] : []));
  if (tags.length > 0) await storeTags(work, ownerId, new Map(tags), orderOf(given));
  await storeColumns(work, planned);
}

/** All that is a column of the sample, in one statement: each would wake the triggers of the search index. */
async function storeColumns(work: Work, planned: readonly { id: string; next: Next }[]): Promise<void> {
  const rows = planned.flatMap(({ id, next: { favouritedAt, deletedAt, rights } }) => {
    const names = [
      favouritedAt !== undefined && "favourite",
      deletedAt !== undefined && "deletion",
      rights && "rights",
    ];
    const sets = names.filter(Boolean);
    return sets.length === 0 ? [] : [{ id, sets, favouritedAt, deletedAt, ...rights }];
  });
  if (rows.length === 0) return;
  const either = (what: string, made: SQL, kept: SQL) =>
    sql`case when ${what} = any(made.sets) then ${made} else ${kept} end`;
  await work.tx.execute(sql`
    update samples s set
      favourited_at = ${either("favourite", sql`made."favouritedAt"`, sql`s.favourited_at`)},
      deleted_at = ${either("deletion", sql`made."deletedAt"`, sql`s.deleted_at`)},
      licence = ${either("rights", sql`made.licence`, sql`s.licence`)},
      ai_training = ${either("rights", sql`made."aiTraining"`, sql`s.ai_training`)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as made (
      id uuid, sets text[], "favouritedAt" timestamptz, "deletedAt" timestamptz, licence text, "aiTraining" text)
    where s.id = made.id`);
}

/** Adds a portion's results to what the edit says of itself. */
async function tally(
  work: Work,
  edit: Edit,
  column: "results" | "undoResults",
  planned: readonly { result: string }[],
): Promise<void> {
  const counts = { ...edit[column] };
  for (const { result } of planned) counts[result] = (counts[result] ?? 0) + 1;
  await work.tx
    .update(bulkEdits)
    .set({ [column]: counts, workedAt: sql`now()` })
    .where(eq(bulkEdits.id, edit.id));
}
