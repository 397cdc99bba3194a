import { describe, expect, it } from "vitest";
import { encodePeaks } from "@/lib/analysis/record/peaks-format";
import type { SampleDetail } from "@/lib/samples/schema";
import type { Workpiece } from "@/lib/workbench/schema";
import { analysedSample, LOOP_RECORD } from "@/tests/factories/analysed-sample";
import { type Person, startBackend } from "@/tests/factories/backend";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend({ jobs: false });
const { call, data, sql } = backend;
const { deleteSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { saveAnalysis } = await import("@/lib/pipeline/analyses/jobs");
const { archiveOf } = await import("@/lib/privacy/exports/archive");

const ada = await backend.person("Ada");
const eve = await backend.person("Eve", { role: "enterprise" });

const correct = (person: Person | null, id: string, json: unknown) =>
  call(person, `/api/v1/samples/${id}/corrections`, { method: "PATCH", json });
const shown = (person: Person, id: string) => data<SampleDetail>(call(person, `/api/v1/samples/${id}`));
const told = (id: string) =>
  sql`select from live_events where payload ->> 'sampleId' = ${id} and payload ->> 'change' = 'values'`;

describe("a correction", () => {
  it("counts in lists and on the page, beside what was measured, with whose it is and since when", async () => {
    const id = await analysedSample(sql, ada);
    expect(await backend.row(ada, id)).toMatchObject({ bpm: 70, bpmConfidence: 0.6, corrected: [] });
    expect((await correct(ada, id, { bpm: 140, key: { tonic: 0, mode: "major" }, kind: "track" })).status).toBe(204);
    const effective = {
      ...{ bpm: 140, bpmConfidence: 1, keyTonic: 0, keyMode: "major", keyConfidence: 1 },
      ...{ kind: "track", kindConfidence: 1, corrected: ["bpm", "key", "kind"] },
      // The words that follow from the three values follow the correction.
      tags: ["track", "piano", "house", "major"],
    };
    expect(await backend.row(ada, id)).toMatchObject(effective);
    const sample = await shown(ada, id);
    expect(sample).toMatchObject({ ...effective, record: { tempo: { bpm: 70 }, key: { tonic: "A", mode: "minor" } } });
    expect(sample.description).toContain("at 140 BPM in C major");
    const by = { id: ada.userId, name: "Ada", isYou: true };
    expect(sample.corrections).toMatchObject({
      bpm: { value: 140, by },
      key: { value: { tonic: 0, mode: "major" }, by },
    });
    expect(Date.parse(sample.corrections.bpm?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  it("may say that there is no tempo or key, and be withdrawn", async () => {
    const id = await analysedSample(sql, ada);
    await correct(ada, id, { bpm: "none", key: "none" });
    const none = { bpm: null, bpmConfidence: null, keyTonic: null, keyMode: null, corrected: ["bpm", "key"] };
    expect(await backend.row(ada, id)).toMatchObject({ ...none, tags: ["loop", "piano", "house"] });
    await correct(ada, id, { bpm: "measured" });
    expect(await backend.row(ada, id)).toMatchObject({ bpm: 70, keyTonic: null, corrected: ["key"] });
    await correct(ada, id, { key: "measured" });
    expect(await backend.row(ada, id)).toMatchObject({ keyTonic: 9, corrected: [], tags: LOOP_RECORD.tags });
    expect(await sql`select from sample_corrections where sample_id = ${id}`).toHaveLength(0);
  });

  it("of the key overrules the note", async () => {
    const id = await analysedSample(sql, ada, { record: { key: null }, note: "F1" });
    expect(await backend.row(ada, id)).toMatchObject({ note: "F1", keyTonic: null });
    await correct(ada, id, { key: { tonic: 5, mode: "minor" } });
    expect(await backend.row(ada, id)).toMatchObject({
      note: null,
      noteConfidence: null,
      keyTonic: 5,
      keyMode: "minor",
    });
    await correct(ada, id, { key: "none" });
    expect(await backend.row(ada, id)).toMatchObject({ note: null, keyTonic: null });
  });

  it("said twice changes nothing the second time, nor from two pages at once", async () => {
    const id = await analysedSample(sql, ada);
    await Promise.all([correct(ada, id, { bpm: 93.3333 }), correct(ada, id, { bpm: 93.3333 })]);
    const { corrections } = await shown(ada, id);
    expect(corrections.bpm?.value).toBe(93.333);
    await correct(ada, id, { bpm: 93.3333 });
    expect((await shown(ada, id)).corrections).toEqual(corrections);
    expect(await told(id)).toHaveLength(1);
    await correct(ada, id, { kind: "measured" });
    expect(await told(id)).toHaveLength(1);
  });

  it("survives a new analysis", async () => {
    const id = await analysedSample(sql, ada);
    await correct(ada, id, { bpm: 140 });
    await call(ada, `/api/v1/samples/${id}/tags`, { method: "PATCH", json: { remove: ["piano"] } });
    const [{ sha256 } = {}] = await sql`
      update samples set status = 'processing', run_id = 'again' where id = ${id} returning sha256`;
    const record = { ...LOOP_RECORD, tempo: { bpm: 71, confidence: 0.7, alternatives: [] } };
    const pictures = { peaks: encodePeaks({ durationSeconds: 8, levels: [] }), spectrogramPng: new Uint8Array(1) };
    const again = { sampleId: id, runId: "again", sha256, record, pictures, analysisSeconds: 1 };
    expect(await saveAnalysis(again)).toBe(true);
    await sql`update samples set status = 'completed', run_id = null where id = ${id}`;
    expect(await shown(ada, id)).toMatchObject({ bpm: 140, record: { tempo: { bpm: 71 } }, corrected: ["bpm"] });
  });

  it("is refused if it says nothing, or something impossible", async () => {
    const id = await analysedSample(sql, ada);
    const impossible = [
      ...[{}, { bpm: 19 }, { bpm: 401 }, { bpm: "140" }, { bpm: null }, { tempo: 140 }, { kind: "none" }],
      ...[{ key: { tonic: 12, mode: "major" } }, { key: { tonic: 1.5, mode: "major" } }, { key: { tonic: 1 } }],
    ];
    for (const said of impossible) expect((await correct(ada, id, said)).status, JSON.stringify(said)).toBe(400);
    expect((await backend.row(ada, id))?.corrected).toEqual([]);
  });

  it("is refused for another person's sample, a deleted one, and a key that may only read", async () => {
    const id = await analysedSample(sql, ada);
    expect((await correct(eve, id, { bpm: 140 })).status).toBe(404);
    const { secret } = await backend.apiKey(eve, { scopes: ["samples:read"] });
    const path = `/api/v1/samples/${id}/corrections`;
    expect((await backend.callWithKey(secret, path, { method: "PATCH", json: { bpm: 140 } })).status).toBe(403);
    await deleteSamples(ada.ctx, { ids: [id] });
    expect((await correct(ada, id, { bpm: 140 })).status).toBe(404);
    await restoreSamples(ada.ctx, { ids: [id] });
    expect((await backend.row(ada, id))?.corrected).toEqual([]);
  });
});

describe("a correction of the beat grid", () => {
  it("moves bars and beats, says whose it is, and can be withdrawn", async () => {
    const id = await analysedSample(sql, ada);
    expect((await correct(ada, id, { grid: { shiftBeats: 2, offsetMs: -11 } })).status).toBe(204);
    const { corrections } = await shown(ada, id);
    expect(corrections.grid).toMatchObject({ value: { shiftBeats: 2, offsetMs: -11 }, by: { name: "Ada" } });
    expect(await backend.row(ada, id)).toMatchObject({ corrected: ["grid"], bpm: 70, bpmConfidence: 0.6 });
    await correct(ada, id, { grid: "measured" });
    expect(await sql`select from sample_corrections where sample_id = ${id}`).toHaveLength(0);
    for (const grid of [{ shiftBeats: 17, offsetMs: 0 }, { shiftBeats: 0 }, { shiftBeats: 0.5, offsetMs: 0 }, "none"]) {
      expect((await correct(ada, id, { grid })).status, JSON.stringify(grid)).toBe(400);
    }
  });
});

describe("the workbench", () => {
  interface Queue {
    data: Workpiece[];
    nextCursor: string | null;
  }
  const queue = async (person: Person, query = "") =>
    (await (await call(person, `/api/v1/workbench/queue${query}`)).json()) as Queue;
  const withTempo = (confidence: number) => ({
    record: { tempo: { bpm: 70, confidence, alternatives: [{ bpm: 140, confidence: 0.2 }] } },
  });

  it("shows what is uncertain, the least certain first, and nobody else's", async () => {
    const worker = await backend.person("Wanda");
    await analysedSample(sql, worker);
    await analysedSample(sql, ada, withTempo(0.01));
    const ids = [];
    for (const confidence of [0.4, 0.1, 0.3]) ids.push(await analysedSample(sql, worker, withTempo(confidence)));
    const [some, least, more] = ids as [string, string, string];
    const all = await queue(worker);
    expect(all.data.map(({ id }) => id)).toEqual([least, more, some]);
    expect(all.data[0]).toMatchObject({
      doubts: ["bpm"],
      measured: { tempo: { bpm: 70, alternatives: [{ bpm: 140 }] }, beats: [0], beatsPerBar: 4 },
    });
    expect((await queue(worker, "?value=key")).data).toEqual([]);

    const first = await queue(worker, "?limit=1");
    await correct(worker, least, { bpm: 70 });
    const second = await queue(worker, `?limit=1&cursor=${first.nextCursor}`);
    expect(second.data.map(({ id }) => id)).toEqual([more]);
    expect((await queue(worker)).data.map(({ id }) => id)).toEqual([more, some]);
    // Confirmed as it was measured, it is certain.
    expect(await backend.row(worker, least)).toMatchObject({ bpm: 70, bpmConfidence: 1, corrected: ["bpm"] });
    for (const cursor of ["nonsense", `${first.nextCursor}&value=bpm`]) {
      expect((await call(worker, `/api/v1/workbench/queue?cursor=${cursor}`)).status).toBe(400);
    }
    expect((await call(eve, `/api/v1/workbench/queue?cursor=${first.nextCursor}`)).status).toBe(400);
  });

  it("shows many that are equally uncertain once each", async () => {
    const worker = await backend.person("Wim");
    for (let made = 0; made < 7; made++) await analysedSample(sql, worker, withTempo(0.1));
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Queue = await queue(worker, `?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

describe("corrections of many samples", () => {
  const correctMany = (person: Person, items: unknown) =>
    call(person, "/api/v1/corrections", { method: "PATCH", json: { items } });

  it("are each answered, and a foreign sample stops no other", async () => {
    const [one, two] = [await analysedSample(sql, ada), await analysedSample(sql, ada)];
    const foreign = await analysedSample(sql, eve);
    await correct(ada, two, { kind: "loop" });
    const items = [
      { id: one.toUpperCase(), bpm: 140 },
      { id: foreign, bpm: 140 },
      { id: two, kind: "loop" },
    ];
    const { results } = await data<{ results: { result: string }[] }>(correctMany(ada, items));
    expect(results.map(({ result }) => result)).toEqual(["changed", "not_found", "unchanged"]);
    expect(await backend.row(ada, one)).toMatchObject({ bpm: 140 });
    expect(await backend.row(eve, foreign)).toMatchObject({ bpm: 70 });
    expect((await correctMany(ada, [{ id: one }])).status).toBe(400);
    expect((await correctMany(ada, [])).status).toBe(400);
  });

  it("may be a thousand", async () => {
    const id = await analysedSample(sql, ada);
    const items = Array.from({ length: 1000 }, (_, at) => ({ id, bpm: 100 + (at % 2) }));
    expect((await correctMany(ada, items)).status).toBe(200);
    expect(await backend.row(ada, id)).toMatchObject({ bpm: 101 });
    expect(await told(id)).toHaveLength(1);
    expect((await correctMany(ada, [...items, { id, bpm: 100 }])).status).toBe(400);
  });
});

it("a person's export has what counts, what was measured, and who corrected it", async () => {
  const person = await backend.person("Olga");
  const id = await analysedSample(sql, person);
  await correct(person, id, { bpm: 140 });
  const pieces: Buffer[] = [];
  for await (const piece of archiveOf(person.userId)) pieces.push(piece);
  const archive = new ZipContents(Buffer.concat(pieces));
  const [sample] = archive.json<Record<string, unknown>[]>("samples.json");
  expect(sample).toMatchObject({
    bpm: 140,
    record: { tempo: { bpm: 70 } },
    corrections: { bpm: 140, bpmBy: person.userId },
  });
  const [head = "", row = ""] = archive.text("samples.csv").split("\r\n");
  expect(row.split(",")[head.split(",").indexOf("bpm")]).toBe("140");
});
