import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Batch, BatchItem } from "@/lib/batches/schema";
import type { BulkEdit, BulkEditInput, BulkEditItem } from "@/lib/bulk-edits/schema";
import { analysedSample } from "@/tests/factories/analysed-sample";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, data, sql } = backend;
const { setFlag } = await import("@/lib/flags/mutations");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { asSystem } = await import("@/lib/audit/sources");
const { planEdit, lockEdit, editPortion } = await import("@/lib/bulk-edits/writes");
const { sweepBulkEdits } = await import("@/lib/bulk-edits/jobs");
const { sweepBatches } = await import("@/lib/batches/jobs");
const { deleteSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { changeManyTags } = await import("@/lib/samples/tags/mutations");
const { setAnalysisPaused } = await import("@/lib/pipeline/queue/writes");

const admin = await backend.person("the admin");
const ada = await backend.person("Ada");
const eve = await backend.person("Eve");

const send = (person: Person | null, path: string, json: unknown, key = randomUUID()) =>
  call(person, `/api/v1${path}`, { method: "POST", json, headers: { "idempotency-key": key } });
const edit = (person: Person, input: BulkEditInput) => data<BulkEdit>(send(person, "/bulk-edits", input));
const undo = (person: Person, id: string) => data<BulkEdit>(send(person, `/bulk-edits/${id}/undo`, {}));
const itemsOf = (person: Person, id: string, query = "") =>
  data<BulkEditItem[]>(call(person, `/api/v1/bulk-edits/${id}/items?${query}`));
const row = async (id: string, person = ada) => {
  const found = await backend.row(person, id);
  if (!found) throw new Error("there is no such sample");
  return found;
};
const favourite = (id: string, isFavourite: boolean) =>
  call(ada, `/api/v1/samples/${id}`, { method: "PATCH", json: { isFavourite } });

describe("a bulk edit", () => {
  it("changes what is named in all of the samples, leaves the rest, and says what became of each", async () => {
    const [first, second] = [await analysedSample(sql, ada), await analysedSample(sql, ada)];
    await favourite(second, true);
    const changes: BulkEditInput["changes"] = {
      ...{ tags: { give: ["Dusty"], remove: ["house"] }, kind: "one-shot", key: { tonic: 4, mode: "minor" } },
      ...{ bpm: { factor: "2" }, isFavourite: true, licence: "cc-by", aiTraining: "not_allowed" },
    };
    const done = await edit(ada, { selection: { ids: [first, second] }, changes });
    expect(done).toMatchObject({ state: "ended", total: 2, results: { changed: 2 } });
    expect(await row(first)).toMatchObject({
      ...{ bpm: 140, keyTonic: 4, keyMode: "minor", kind: "one-shot", isFavourite: true, licence: "cc-by" },
      ...{ aiTraining: "not_allowed", ownTags: ["dusty"] },
    });
    expect((await row(first)).tags).not.toContain("house");
    const untouched = await edit(ada, { selection: { ids: [first] }, changes: { isFavourite: true } });
    expect(untouched.results).toEqual({ unchanged: 1 });
  });

  it("answers for samples of others as if they were not there, and changes none of them", async () => {
    const mine = await writeSamples(sql, ada.userId, [{ fileName: "a.wav" }, { fileName: "b.wav" }]);
    const hers = await writeSamples(sql, eve.userId, [{ fileName: "hers.wav" }, { fileName: "hers too.wav" }]);
    const done = await edit(ada, { selection: { ids: [...mine, ...hers] }, changes: { kind: "loop" } });
    expect(done.results).toEqual({ changed: 2, not_found: 2 });
    const refused = await itemsOf(ada, done.id, "result=not_found&limit=1");
    expect(refused).toEqual([expect.objectContaining({ fileName: null, result: "not_found" })]);
    for (const id of hers) expect((await row(id, eve)).kind).toBeNull();
    expect((await undo(ada, done.id)).undoResults).toEqual({ restored: 2 });
  });

  it("of a search changes what it finds, page by page of results", async () => {
    const person = await backend.person();
    await writeSamples(sql, person.userId, [
      { fileName: "kick 1.wav" },
      { fileName: "kick 2.wav" },
      { fileName: "pad.wav" },
    ]);
    const { indexSamples } = await import("@/lib/search-documents/jobs");
    const ids = (await sql<{ id: string }[]>`select id from samples where owner_id = ${person.userId}`).map(
      ({ id }) => id,
    );
    await indexSamples(ids);
    const done = await edit(person, { selection: { query: "kick" }, changes: { tags: { give: ["drum"] } } });
    expect(done.results).toEqual({ changed: 2 });
    const first = (await (await call(person, `/api/v1/bulk-edits/${done.id}/items?limit=1`)).json()) as {
      data: BulkEditItem[];
      nextCursor: string;
    };
    const rest = await itemsOf(person, done.id, `cursor=${first.nextCursor}`);
    expect([...first.data, ...rest].map(({ fileName }) => fileName).sort()).toEqual(["kick 1.wav", "kick 2.wav"]);
  });

  it("says why a tempo could not be multiplied, and a sample with too many tags stays as it was", async () => {
    const [fast, none] = await writeSamples(sql, ada.userId, [
      { fileName: "fast.wav", bpm: 300 },
      { fileName: "none.wav" },
    ]);
    const doubled = await edit(ada, {
      selection: { ids: [fast, none] as string[] },
      changes: { bpm: { factor: "2" } },
    });
    expect(doubled.results).toEqual({ tempo_out_of_range: 1, no_tempo: 1 });
    const give = Array.from({ length: 100 }, (_, at) => `tag ${at}`);
    await changeManyTags(ada.ctx, { ids: [fast as string], give });
    const full = await edit(ada, {
      selection: { ids: [fast as string] },
      changes: { tags: { give: ["one more"] }, isFavourite: true },
    });
    expect(full.results).toEqual({ too_many_tags: 1 });
    expect((await row(fast as string)).isFavourite).toBe(false);
  });

  it("is done once, however often the same request comes, and never without a key", async () => {
    const [id] = await writeSamples(sql, ada.userId, [{ fileName: "twice.wav", bpm: 60 }]);
    const input = { selection: { ids: [id as string] }, changes: { bpm: { factor: "2" } } };
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) expect((await send(ada, "/bulk-edits", input, key)).status).toBe(201);
    expect((await row(id as string)).bpm).toBe(120);
    expect((await call(ada, "/api/v1/bulk-edits", { method: "POST", json: input })).status).toBe(400);
  });

  it("tells open pages with one event, not with one a sample", async () => {
    const ids = await writeSamples(sql, ada.userId, [
      { fileName: "1.wav" },
      { fileName: "2.wav" },
      { fileName: "3.wav" },
    ]);
    const [before] = await sql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from live_events`;
    await edit(ada, { selection: { ids }, changes: { kind: "loop" } });
    const told = await sql<{ type: string }[]>`
      select type from live_events where id > ${before?.id ?? 0} and user_id = ${ada.userId}`;
    expect(told.length).toBeLessThanOrEqual(2);
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(["samples"]));
  });
});

describe("undoing a bulk edit", () => {
  it("gives back what was there, and leaves what was changed since", async () => {
    const [first, second] = [await analysedSample(sql, ada), await analysedSample(sql, ada)];
    await call(ada, `/api/v1/samples/${first}/corrections`, { method: "PATCH", json: { bpm: 99 } });
    const done = await edit(ada, {
      selection: { ids: [first, second] },
      changes: { bpm: 150, kind: "track", tags: { give: ["new"], remove: ["piano"] }, licence: "cc0" },
    });
    await call(ada, `/api/v1/samples/${second}/corrections`, { method: "PATCH", json: { bpm: 151 } });
    const undone = await undo(ada, done.id);
    expect(undone).toMatchObject({ state: "undone", undoResults: { restored: 1, partly_restored: 1 } });
    expect(await row(first)).toMatchObject({ bpm: 99, kind: "loop", corrected: ["bpm"], ownTags: [], licence: null });
    expect((await row(first)).tags).toContain("piano");
    expect(await row(second)).toMatchObject({ bpm: 151, kind: "loop", corrected: ["bpm"] });
    // A second time changes nothing.
    await call(ada, `/api/v1/samples/${first}/corrections`, { method: "PATCH", json: { bpm: 150 } });
    expect((await undo(ada, done.id)).undoResults).toEqual({ restored: 1, partly_restored: 1 });
    expect((await row(first)).bpm).toBe(150);
  });

  it("of the earlier of two edits leaves what the later one made", async () => {
    const id = await analysedSample(sql, ada);
    const selection = { ids: [id] };
    const [one, other] = await Promise.all([
      edit(ada, { selection, changes: { bpm: 111, tags: { give: ["one"] } } }),
      edit(ada, { selection, changes: { bpm: 122, tags: { give: ["other"] } } }),
    ]);
    const { bpm } = await row(id);
    const [earlier, later] = bpm === 122 ? [one, other] : [other, one];
    expect((await undo(ada, earlier.id)).undoResults).toEqual({ partly_restored: 1 });
    expect((await row(id)).bpm).toBe(bpm);
    await undo(ada, later.id);
    expect((await row(id)).ownTags).toEqual([]);
  });

  it("brings deleted samples back from the trash, unless somebody has done so", async () => {
    const ids = await writeSamples(sql, ada.userId, [{ fileName: "x.wav" }, { fileName: "y.wav" }]);
    const [kept] = ids;
    const done = await edit(ada, { selection: { ids }, changes: { delete: true } });
    expect(await data(call(ada, `/api/v1/samples?ids=${ids.join()}`))).toEqual([]);
    await restoreSamples(ada.ctx, { ids: [kept as string] });
    expect((await undo(ada, done.id)).undoResults).toEqual({ restored: 1, changed_since: 1 });
    expect(await data(call(ada, `/api/v1/samples?ids=${ids.join()}`))).toHaveLength(2);
    const entries = await sql`select action from audit_entries where target_id = ${done.id} order by seq`;
    expect(entries.map(({ action }) => action)).toEqual(["bulk_edit.deleted", "bulk_edit.restored"]);
  });

  it("says of samples that were deleted meanwhile that they are gone, and is nobody else's to do", async () => {
    const ids = await writeSamples(sql, ada.userId, [{ fileName: "gone.wav" }, { fileName: "there.wav" }]);
    const done = await edit(ada, { selection: { ids }, changes: { kind: "loop" } });
    await deleteSamples(ada.ctx, { ids: [ids[0] as string] });
    for (const path of ["", "/items"])
      expect((await call(eve, `/api/v1/bulk-edits/${done.id}${path}`)).status).toBe(404);
    expect((await send(eve, `/bulk-edits/${done.id}/undo`, {})).status).toBe(404);
    expect((await undo(ada, done.id)).undoResults).toEqual({ restored: 1, not_found: 1 });
    expect(await data<BulkEdit[]>(call(eve, "/api/v1/bulk-edits"))).toEqual([]);
  });
});

/** Analysed samples without files, at 60 BPM. */
async function manySamples({ userId }: Person, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into samples (id, owner_id, file_name, status, size_bytes, sha256, declared_type)
    select gen_random_uuid(), ${userId}, n || '.wav', 'completed', 1000, md5(n::text) || md5(${userId}), 'audio/wav'
    from generate_series(1, ${count}) n returning id`;
  await sql`
    insert into analyses (sample_id, sha256, analyser_version, record, duration_seconds, bpm, bpm_confidence,
      peaks_key, spectrogram_key, analysis_seconds)
    select id, sha256, '1.6.0', '{}', 1, 60, 0.9, 'peaks', 'spectrogram', 1 from samples where owner_id = ${userId}`;
  return rows.map(({ id }) => id);
}

describe("a large bulk edit", () => {
  it("goes on by itself, beside bulk tags and deletions of the same samples", async () => {
    const person = await backend.person();
    const ids = await manySamples(person, 2100);
    const begun = await edit(person, { selection: { ids }, changes: { kind: "loop", tags: { give: ["mine"] } } });
    expect(begun.total).toBe(ids.length);
    const some = ids.slice(0, 600).toReversed();
    await Promise.all([
      changeManyTags(person.ctx, { ids: some, give: ["beside"] }),
      deleteSamples(person.ctx, { ids: some.slice(0, 300) }).then(() =>
        restoreSamples(person.ctx, { ids: some.slice(0, 300) }),
      ),
    ]);
    const ended = await until(async () => {
      const now = await data<BulkEdit>(call(person, `/api/v1/bulk-edits/${begun.id}`));
      return now.state === "ended" && now;
    }, "the end of a large edit");
    const { changed = 0, not_found = 0 } = ended.results;
    expect(changed + not_found).toBe(ids.length);
    const [own] = await sql`
      select count(*)::int as count from sample_tags where owner_id = ${person.userId} and tag = 'mine'`;
    expect(own?.count).toBe(changed);
  });

  it("that was killed goes on where it was: each sample is changed once", async () => {
    const person = await backend.person();
    const ids = await manySamples(person, 600);
    // As a process leaves it that is killed after its first portion.
    const id = await inTransaction(asSystem(), (work) =>
      planEdit(work, { ownerId: person.userId, changes: { bpm: { factor: "2" } } }, ids),
    );
    await inTransaction(asSystem(), async (work) => {
      const locked = await lockEdit(work, id);
      if (locked) await editPortion(work, locked);
    });
    const half = await data<BulkEdit>(call(person, `/api/v1/bulk-edits/${id}`));
    expect(half).toMatchObject({ state: "running", results: { changed: 500 } });
    expect((await send(person, `/bulk-edits/${id}/undo`, {})).status).toBe(409);
    await sql`update bulk_edits set worked_at = now() - interval '1 minute' where id = ${id}`;
    await Promise.all([sweepBulkEdits(), sweepBulkEdits()]);
    expect(await data<BulkEdit>(call(person, `/api/v1/bulk-edits/${id}`))).toMatchObject({
      ...{ state: "ended", results: { changed: 600 } },
    });
    const [tempo] = await sql`
      select count(*)::int as count from sample_corrections join samples on id = sample_id
      where owner_id = ${person.userId} and bpm = 120`;
    expect(tempo?.count).toBe(600);
    await sql`update bulk_edits set created_at = now() - interval '31 days' where id = ${id}`;
    await sweepBulkEdits();
    expect((await call(person, `/api/v1/bulk-edits/${id}`)).status).toBe(404);
  });
});

const batchOf = (person: Person, id: string) => data<Batch>(call(person, `/api/v1/batches/${id}`));
const itemsOfBatch = (person: Person, id: string, query = "") =>
  data<BatchItem[]>(call(person, `/api/v1/batches/${id}/items?${query}`));
const ended = (person: Person, id: string) =>
  until(async () => {
    const batch = await batchOf(person, id);
    return (batch.state === "ended" || batch.state === "cancelled") && batch;
  }, "the end of a batch");
async function pause(isPaused: boolean): Promise<void> {
  // What has waited for a moment only is left to its own event.
  if (!isPaused)
    await sql`update samples set status_changed_at = now() - interval '1 minute' where status = 'uploaded'`;
  await inTransaction(asSystem(), (work) => setAnalysisPaused(work, isPaused));
}

async function uploadInto(person: Person, batchId: string, bytes: Uint8Array, fileName: string): Promise<string> {
  const answer = await call(person, "/api/v1/uploads", {
    method: "POST",
    json: { ...announced(bytes, fileName), batchId },
  });
  const { data: ticket } = (await answer.json()) as { data: Parameters<typeof backend.put>[0] };
  await backend.put(ticket, bytes);
  await backend.complete(person, ticket.uploadId);
  return ticket.sampleId;
}

const beginUploads = async (person: Person, name = "drums") =>
  (await data<{ id: string }>(send(person, "/batches", { kind: "upload", name }))).id;
const analyzeAgain = (person: Person, ids: string[]) =>
  send(person, "/batches", { kind: "analysis", name: "again", selection: { ids } });

let hz = 500;
const newTone = () => {
  hz += 13;
  return tone(hz, 0.3);
};

describe("an upload of many", () => {
  it("is followed from the first file to the last, with what became of each, also as CSV", async () => {
    const person = await backend.person();
    const id = await beginUploads(person);
    expect(await data<Batch[]>(call(person, "/api/v1/batches"))).toEqual([]);
    await uploadInto(person, id, newTone(), "=one.wav");
    await uploadInto(person, id, newTone(), "two.wav");
    await uploadInto(person, id, new TextEncoder().encode("no sound at all ".repeat(50)), "three.wav");
    const batch = await ended(person, id);
    expect(batch).toMatchObject({ state: "ended", name: "drums", counts: { total: 3, done: 2, failed: 1 } });
    const failed = await itemsOfBatch(person, id, "state=failed");
    expect(failed).toMatchObject([{ fileName: "three.wav", failure: { code: "not_audio" } }]);
    const csv = await (await call(person, `/api/v1/batches/${id}/export`)).text();
    expect(csv.trim().split("\r\n")).toHaveLength(4);
    expect(csv).toContain("'=one.wav,done");
    expect(csv).toContain("This file contains no audio.");
    expect((await send(person, `/batches/${id}/retry`, {})).status).toBe(409);
  });

  it("says what was deleted meanwhile, and ends all the same", async () => {
    const person = await backend.person();
    const id = await beginUploads(person);
    await pause(true);
    const gone = await uploadInto(person, id, newTone(), "gone.wav");
    await uploadInto(person, id, newTone(), "kept.wav");
    await deleteSamples(person.ctx, { ids: [gone] });
    expect((await batchOf(person, id)).counts).toMatchObject({ waiting: 1, deleted: 1 });
    await pause(false);
    expect(await ended(person, id)).toMatchObject({ counts: { done: 1, deleted: 1 } });
    const [item] = await itemsOfBatch(person, id, "state=deleted");
    expect(item).toMatchObject({ fileName: "gone.wav", isThere: false });
  });

  it("is stopped: what waits keeps its file, unfinished uploads are gone, and a retry goes on", async () => {
    const person = await backend.person();
    const id = await beginUploads(person);
    await pause(true);
    const waiting = await uploadInto(person, id, newTone(), "waiting.wav");
    const bytes = newTone();
    const begin = () => call(person, "/api/v1/uploads", { method: "POST", json: { ...announced(bytes), batchId: id } });
    expect((await begin()).status).toBe(201);
    expect((await send(person, `/batches/${id}/cancel`, {})).status).toBe(204);
    expect((await send(person, `/batches/${id}/cancel`, {})).status).toBe(204);
    expect(await batchOf(person, id)).toMatchObject({ state: "cancelled", counts: { total: 2, cancelled: 2 } });
    expect(await begin().then((answer) => answer.json())).toMatchObject({ code: "batch_over" });
    expect(await row(waiting, person)).toMatchObject({ status: "failed", failure: { code: "cancelled" } });
    await pause(false);
    expect(await data(send(person, `/batches/${id}/retry`, {}))).toEqual({ retried: 1 });
    await until(async () => (await row(waiting, person)).status === "completed", "the retried analysis");
    expect((await batchOf(person, id)).counts).toMatchObject({ done: 1, cancelled: 1 });
  });
});

describe("an analysis that is repeated", () => {
  it("keeps the old results until there are new ones, and what people corrected", async () => {
    const person = await backend.person();
    const bytes = newTone();
    const id = await backend.upload(person, bytes);
    await backend.settled(person, id);
    await call(person, `/api/v1/samples/${id}/corrections`, { method: "PATCH", json: { kind: "track" } });
    // Values that the engine never returns: they can only be the old ones.
    await sql`update analyses set bpm = 77.7, analyser_version = 'old' where sample_id = ${id}`;
    await pause(true);
    const begun = await data<{ id: string; total: number }>(analyzeAgain(person, [id]));
    expect(begun.total).toBe(1);
    expect(await row(id, person)).toMatchObject({ status: "uploaded", bpm: 77.7 });
    expect((await batchOf(person, begun.id)).counts).toMatchObject({ waiting: 1 });
    await pause(false);
    expect(await ended(person, begun.id)).toMatchObject({ counts: { total: 1, done: 1 } });
    const after = await row(id, person);
    expect(after.bpm).not.toBe(77.7);
    expect(after).toMatchObject({ status: "completed", kind: "track", corrected: ["kind"] });
  });

  it("measures anew even what the same engine has measured, and a file that is gone leaves everything as it was", async () => {
    const person = await backend.person();
    const [id, lost] = [await backend.upload(person, newTone()), await backend.upload(person, newTone())];
    for (const one of [id, lost]) await backend.settled(person, one);
    await sql`update analyses set bpm = 77.7, created_at = now() - interval '1 hour' where sample_id = any(${[id, lost]})`;
    const { deleteObjects } = await import("@/lib/platform/s3");
    await deleteObjects([`originals/${lost}`]);
    const begun = await data<{ id: string }>(analyzeAgain(person, [id, lost]));
    expect(await ended(person, begun.id)).toMatchObject({ counts: { done: 1, failed: 1 } });
    expect((await row(id, person)).bpm).not.toBe(77.7);
    expect(await row(lost, person)).toMatchObject({ status: "completed", bpm: 77.7, failure: null });
    expect(await itemsOfBatch(person, begun.id, "state=failed")).toMatchObject([{ sampleId: lost, isThere: true }]);
  });

  it("leaves room for what the person uploads meanwhile, and stops where it is told to", async () => {
    const person = await backend.person();
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await backend.upload(person, newTone()));
    for (const id of ids) await backend.settled(person, id);
    await pause(true);
    const begun = await data<{ id: string }>(analyzeAgain(person, ids));
    const handedOver = await sql`select id from samples where id = any(${ids}) and status = 'uploaded'`;
    expect(handedOver.length).toBeGreaterThan(0);
    expect(handedOver.length).toBeLessThan(ids.length);
    await send(person, `/batches/${begun.id}/cancel`, {});
    expect(await batchOf(person, begun.id)).toMatchObject({ state: "cancelled", counts: { cancelled: 6 } });
    for (const id of ids) expect(await row(id, person)).toMatchObject({ status: "completed", failure: null });
    await pause(false);
    await send(person, `/batches/${begun.id}/retry`, {});
    expect(await ended(person, begun.id)).toMatchObject({ state: "ended", counts: { done: 6 } });
  });

  it("goes on by the sweep if a process died between two samples", async () => {
    const person = await backend.person();
    const ids = [await backend.upload(person, newTone()), await backend.upload(person, newTone())];
    for (const id of ids) await backend.settled(person, id);
    // As a process leaves it that is killed after it has stored the batch.
    const { createBatch, addDueToBatch } = await import("@/lib/batches/writes");
    const id = await inTransaction(asSystem(), async (work) => {
      const made = await createBatch(work, { ownerId: person.userId, kind: "analysis", name: "killed" });
      await addDueToBatch(work, made, ids);
      return made;
    });
    expect((await batchOf(person, id)).counts).toMatchObject({ waiting: 2 });
    await sweepBatches();
    expect(await ended(person, id)).toMatchObject({ counts: { done: 2 } });
  });
});

describe("batches", () => {
  it("are nobody else's", async () => {
    const id = await beginUploads(ada);
    await uploadInto(ada, id, newTone(), "secret.wav");
    await ended(ada, id);
    for (const path of ["", "/items", "/export"])
      expect((await call(eve, `/api/v1/batches/${id}${path}`)).status).toBe(404);
    for (const verb of ["cancel", "retry"]) expect((await send(eve, `/batches/${id}/${verb}`, {})).status).toBe(404);
    expect(await data<Batch[]>(call(eve, "/api/v1/batches"))).toEqual([]);
    const hers = await call(eve, "/api/v1/uploads", { method: "POST", json: { ...announced(newTone()), batchId: id } });
    expect(await hers.json()).toMatchObject({ code: "batch_over" });
    const refused = await analyzeAgain(eve, [(await itemsOfBatch(ada, id))[0]?.sampleId as string]);
    expect(await refused.json()).toMatchObject({ code: "nothing_selected" });
  });

  it("are gone while they are switched off", async () => {
    const switched = (enabled: boolean) =>
      setFlag(admin.ctx, { name: "batches", enabled, roles: [], betaOnly: false, rolloutPercent: 100 });
    await switched(false);
    expect(await (await call(ada, "/api/v1/batches")).json()).toMatchObject({ code: "feature_off" });
    expect(await (await send(ada, "/batches", { kind: "upload", name: "x" })).json()).toMatchObject({
      code: "feature_off",
    });
    await switched(true);
    expect((await call(ada, "/api/v1/batches")).status).toBe(200);
  });
});
