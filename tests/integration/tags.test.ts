import { describe, expect, it } from "vitest";
import type { SampleDetail } from "@/lib/samples/schema";
import { analysedSample, LOOP_RECORD } from "@/tests/factories/analysed-sample";
import { type Person, startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { call, data, sql } = backend;
const { readSamples } = await import("@/lib/privacy/exports/lookups");
const { setFlag } = await import("@/lib/flags/mutations");
const { drainQueue } = await import("@/lib/search-documents/jobs");

const admin = await backend.person("the admin");
const ada = await backend.person("Ada");
const eve = await backend.person("Eve", { role: "enterprise" });

const change = (person: Person | null, id: string, json: unknown) =>
  call(person, `/api/v1/samples/${id}/tags`, { method: "PATCH", json });
const tagsOf = async (id: string) => (await backend.row(ada, id))?.tags;
const told = (id: string) =>
  sql`select from live_events where payload ->> 'sampleId' = ${id} and payload ->> 'change' = 'values'`;
const verdicts = (id: string) =>
  sql<{ tag: string; verdict: string }[]>`select tag, verdict from sample_tags where sample_id = ${id} order by tag`;

const measured = LOOP_RECORD.tags;

describe("a person's own tags", () => {
  it("come after the measured ones, in the order in which they were given, in lists and on the page", async () => {
    const id = await analysedSample(sql, ada);
    expect((await change(ada, id, { give: ["Zebra", " Old  Vinyl ", "piano"] })).status).toBe(204);
    await change(ada, id, { give: ["another"] });
    const tags = [...measured, "zebra", "old vinyl", "another"];
    const ownTags = ["zebra", "old vinyl", "piano", "another"];
    expect(await backend.row(ada, id)).toMatchObject({ tags, ownTags });
    expect(await data<SampleDetail>(call(ada, `/api/v1/samples/${id}`))).toMatchObject({ tags, ownTags });
  });

  it("are given once, however often it is said", async () => {
    const id = await analysedSample(sql, ada);
    await Promise.all([change(ada, id, { give: ["dusty"] }), change(ada, id, { give: ["Dusty"] })]);
    await change(ada, id, { give: ["dusty"] });
    expect(await tagsOf(id)).toEqual([...measured, "dusty"]);
    expect(await told(id)).toHaveLength(1);
  });

  it("leave nothing behind when they are taken off", async () => {
    const id = await analysedSample(sql, ada);
    await change(ada, id, { give: ["kik"] });
    await change(ada, id, { remove: ["kik"] });
    expect(await tagsOf(id)).toEqual(measured);
    expect(await verdicts(id)).toEqual([]);
  });

  it("are shown even where the detection of such tags is switched off", async () => {
    const id = await analysedSample(sql, ada);
    await change(ada, id, { give: ["techno"] });
    const switched = (enabled: boolean) =>
      setFlag(admin.ctx, { name: "genre-mood-tags", enabled, roles: [], betaOnly: false, rolloutPercent: 100 });
    await switched(false);
    expect(await tagsOf(id)).toEqual(["loop", "piano", "slow", "minor", "techno"]);
    await switched(true);
    expect(await tagsOf(id)).toEqual([...measured, "techno"]);
  });

  it("have an end, which is said and loses nothing", async () => {
    const id = await analysedSample(sql, ada);
    const many = Array.from({ length: 100 }, (_, at) => `tag ${at}`);
    expect((await change(ada, id, { give: many })).status).toBe(204);
    const answer = await change(ada, id, { give: ["one more"], remove: ["piano"] });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "too_many_tags" });
    expect(await tagsOf(id)).toEqual([...measured, ...many]);
  });
});

describe("a measured tag", () => {
  it("that was taken off stays off after a new analysis, and comes back when that is undone", async () => {
    const id = await analysedSample(sql, ada);
    await change(ada, id, { remove: ["piano", "loop", "never there"] });
    expect(await tagsOf(id)).toEqual(["house", "slow", "minor"]);
    await sql`update analyses set tags = ${["loop", "bass", "piano"]} where sample_id = ${id}`;
    expect(await tagsOf(id)).toEqual(["bass"]);
    await change(ada, id, { reset: ["piano"] });
    expect(await tagsOf(id)).toEqual(["bass", "piano"]);
    expect(await verdicts(id)).toEqual([{ tag: "loop", verdict: "removed" }]);
  });

  it("can be given, so that it stays when the analysis no longer finds it", async () => {
    const id = await analysedSample(sql, ada);
    await change(ada, id, { give: ["piano"] });
    await sql`update analyses set tags = ${["loop"]} where sample_id = ${id}`;
    expect(await tagsOf(id)).toEqual(["loop", "piano"]);
  });
});

it("tags of many samples are changed at once, and a foreign or full one stops no other", async () => {
  const [one, two, full] = [
    await analysedSample(sql, ada),
    await analysedSample(sql, ada),
    await analysedSample(sql, ada),
  ];
  const foreign = await analysedSample(sql, eve);
  await change(ada, two, { give: ["dusty"] });
  await change(ada, full, { give: Array.from({ length: 100 }, (_, at) => `tag ${at}`) });
  const json = { ids: [two, one.toUpperCase(), foreign, full], give: ["dusty"] };
  const answer = data<{ results: { result: string }[] }>(call(ada, "/api/v1/tags", { method: "PATCH", json }));
  expect((await answer).results.map(({ result }) => result)).toEqual([
    "unchanged",
    "changed",
    "not_found",
    "too_many_tags",
  ]);
  expect(await tagsOf(one)).toContain("dusty");
  expect((await backend.row(eve, foreign))?.tags).toEqual(measured);
});

it("nobody else can change them, nor a key that may only read, and what is no tag is refused", async () => {
  const id = await analysedSample(sql, ada);
  expect((await change(eve, id, { give: ["theirs"] })).status).toBe(404);
  expect((await change(null, id, { give: ["theirs"] })).status).toBe(401);
  const { secret } = await backend.apiKey(eve, { scopes: ["samples:read"] });
  const init = { method: "PATCH", json: { give: ["theirs"] } };
  expect((await backend.callWithKey(secret, `/api/v1/samples/${id}/tags`, init)).status).toBe(403);
  for (const said of [{}, { give: [""] }, { give: ["x".repeat(61)] }, { give: ["a"], remove: ["A"] }])
    expect((await change(ada, id, said)).status, JSON.stringify(said)).toBe(400);
  expect(await tagsOf(id)).toEqual(measured);
});

it("what a person said about tags is in their export", async () => {
  const person = await backend.person("Olga");
  const id = await analysedSample(sql, person);
  await change(person, id, { give: ["dusty"], remove: ["piano"] });
  expect((await readSamples(person.userId).next()).value).toMatchObject({
    tags: ["loop", "house", "slow", "minor", "dusty"],
    tagVerdicts: expect.arrayContaining([
      { tag: "dusty", verdict: "given", decidedAt: expect.any(String) },
      { tag: "piano", verdict: "removed", decidedAt: expect.any(String) },
    ]),
  });
});

describe("suggested tags", () => {
  interface Suggested {
    tag: string;
    confidence: number;
    because: { fileName: string }[];
  }
  const path = (id: string) => `/api/v1/samples/${id}/tag-suggestions`;
  const suggested = (person: Person, id: string) => data<Suggested[]>(call(person, path(id)));
  const answer = (person: Person, id: string, json: unknown) => call(person, path(id), { method: "POST", json });

  /** Sounds in two directions of each aspect: those of one direction are alike. */
  const embedding = (direction: 0 | 1) => {
    const part = (dimensions: number) => Array.from({ length: dimensions }, (_, i) => (i === direction ? 1 : 0));
    return { timbre: part(40), rhythm: part(32), harmony: part(24) };
  };
  const sounding = (person: Person, direction: 0 | 1) =>
    analysedSample(sql, person, { record: { embedding: embedding(direction), tags: ["loop"] } });

  async function library(person: Person) {
    const [alike, others]: [string[], string[]] = [[], []];
    for (let at = 0; at < 14; at++) alike.push(await sounding(person, 0));
    for (let at = 0; at < 8; at++) others.push(await sounding(person, 1));
    await drainQueue();
    return { alike, others };
  }

  it("come from what was taken near by, and stop after refusals", async () => {
    const person = await backend.person("Olga");
    const { alike, others } = await library(person);
    for (const id of alike.slice(0, 10)) expect((await answer(person, id, { accept: ["Dusty"] })).status).toBe(204);
    await drainQueue();
    const [one = "", two = ""] = alike.slice(10);
    const [suggestion] = await suggested(person, one);
    expect(suggestion).toMatchObject({ tag: "dusty", kind: "free" });
    expect(suggestion?.confidence).toBeGreaterThan(0.7);
    expect(suggestion?.because).toHaveLength(3);
    expect(await suggested(person, others[0] ?? "")).toEqual([]);

    await answer(person, one, { reject: ["dusty"] });
    expect(await suggested(person, one)).toEqual([]);
    expect((await suggested(person, two))[0]?.confidence).toBeLessThan(suggestion?.confidence ?? 0);
    for (const id of alike.slice(5, 10)) await change(person, id, { remove: ["dusty"] });
    for (const id of alike.slice(12)) await answer(person, id, { reject: ["dusty"] });
    expect(await suggested(person, two)).toEqual([]);
  });

  it("are taken as tags of the sample, once", async () => {
    const person = await backend.person("Olga");
    const id = await sounding(person, 0);
    await answer(person, id, { accept: ["dusty"] });
    await answer(person, id, { accept: ["dusty"], reject: ["loop"] });
    expect(await backend.row(person, id)).toMatchObject({ tags: ["loop", "dusty"], ownTags: ["dusty"] });
    expect(await verdicts(id)).toEqual([{ tag: "dusty", verdict: "accepted" }]);
    expect(await told(id)).toHaveLength(1);
  });

  it("are the owner's alone, and never come from somebody else's library", async () => {
    const person = await backend.person("Olga");
    const id = await sounding(person, 0);
    await drainQueue();
    expect(await suggested(person, id)).toEqual([]);
    expect((await call(eve, path(id))).status).toBe(404);
    expect((await answer(eve, id, { accept: ["theirs"] })).status).toBe(404);
    for (const said of [{}, { accept: ["a"], reject: ["a"] }, { accept: [" "] }])
      expect((await answer(person, id, said)).status, JSON.stringify(said)).toBe(400);
  });
});
