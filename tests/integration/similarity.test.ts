import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { stringify as uuidText } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processorMs } from "@/bench/processes/processor-time";
import type { GalaxyLabels } from "@/lib/galaxy/data";
import { decodeGalaxy, type GalaxyPoints } from "@/lib/galaxy/schema";
import type { SoundQuestion } from "@/lib/similarity/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import {
  bpmFilter,
  buryDocuments,
  expectedHits,
  facetFilter,
  indexSounds,
  type SoundRow,
  soundQuestion,
  soundRows,
  soundVector,
} from "@/tests/factories/sound-rows";
import { until } from "@/tests/factories/until";
import { childrenOf } from "@/tests/fixtures/samplemind-command";

const backend = await startBackend({ jobs: false });
const { nearestSamples, nearestSamplesNow, nearestSamplesOfMany, similaritiesTo, vectorsOf, indexStatistics } =
  await import("@/lib/similarity/data");
const { startIndex } = await import("@/lib/similarity/index-process/client");
const { followDocuments, forgetVectors } = await import("@/lib/similarity/pgvector/jobs");

const { followGalaxy, layOutGalaxy, listChanged, noteChanges } = await import("@/lib/galaxy/jobs");

const { sql } = backend;
const few = await backend.person("Few");
const some = await backend.person("Some");
const many = await backend.person("Many");
const nobody = await backend.person("Nobody");
const OWNERS = [few, some, many, nobody];
let rows: SoundRow[] = [];

const asked = (person: Person, question: Partial<SoundQuestion> = {}) =>
  nearestSamples(person.ctx.actor.id, soundQuestion(question));
const idsOf = (hits: readonly { sampleId: string }[]) => hits.map(({ sampleId }) => sampleId);
const isReady = () => indexStatistics().status === "ready";

beforeAll(async () => {
  rows = [...soundRows(few.userId, 10), ...soundRows(some.userId, 2000, 100), ...soundRows(many.userId, 6000, 5000)];
  await indexSounds(sql, rows);
});

const [server] = await sql<
  { hasPgvector: boolean }[]
>`select to_regclass('sound_vectors') is not null as "hasPgvector"`;

/** What may answer, and how to start it. On a server with pgvector, that replaces the comparison with every row. */
const SOURCES = {
  ...(server?.hasPgvector ? { pgvector: async () => undefined } : { rows: async () => undefined }),
  memory: async () => {
    const stop = startIndex(process.env.DATABASE_URL ?? "");
    await until(isReady, "an index that is ready");
    return stop;
  },
};
const catchUp = async () => {
  while (await followDocuments());
};

const QUESTIONS: [string, Partial<SoundQuestion>][] = [
  ["nothing but the sound", {}],
  ["one aspect", { weights: { timbre: 0, rhythm: 1, harmony: 0 } }],
  ["other weights", { weights: { timbre: 3, rhythm: 0.5, harmony: 1 } }],
  [
    "a rare tag, of which an owner has fewer than were asked for",
    { filters: [facetFilter("tag", ["rare"])], limit: 50 },
  ],
  ["two of twelve keys", { filters: [facetFilter("key", ["8A", "9A"])] }],
  ["all keys but one, and a tempo", { filters: [facetFilter("key", ["1A"], true), bpmFilter(100, 102)] }],
  ["none of these tempos, or no tempo at all", { filters: [bpmFilter(80, 130, true)] }],
  ["what nothing has", { filters: [facetFilter("tag", ["unheard"])] }],
  ["a least similarity", { minSimilarity: 0.25, limit: 100 }],
];

describe.each(Object.entries(SOURCES))("the nearest samples, found by %s,", (source, start) => {
  let stop: (() => void) | undefined;
  beforeAll(async () => {
    await catchUp();
    stop = await start();
  });
  afterAll(() => stop?.());

  it.each(QUESTIONS)("are exactly the owner's nearest: %s", async (_, question) => {
    for (const person of OWNERS) {
      const answer = await asked(person, question);
      const wanted = expectedHits(rows, person.userId, soundQuestion(question));
      expect(answer).toMatchObject({ isExact: true, source });
      expect(idsOf(answer.hits)).toEqual(idsOf(wanted));
      for (const [i, hit] of answer.hits.entries()) expect(hit.similarity).toBeCloseTo(wanted[i]?.similarity ?? 9, 4);
    }
  });

  it("leave out those that were asked about", async () => {
    const [first, second] = (await asked(many)).hits;
    const without = await asked(many, { except: [first?.sampleId ?? "", "not an id"] });
    expect(without.hits[0]).toEqual(second);
  });

  it("are as alike when they are asked for by their ids, and those of others are not compared", async () => {
    const { hits } = await asked(many);
    const foreign = idsOf(rows.filter(({ ownerId }) => ownerId !== many.userId).slice(0, 5));
    const compared = await similaritiesTo(many.ctx.actor.id, soundQuestion(), [...foreign, ...idsOf(hits)]);
    expect(compared).toEqual(hits);
  });

  it("are not found by labels that are switched off", async () => {
    const question = soundQuestion({ filters: [facetFilter("genre", ["techno"])] });
    const hidden = new Set(["techno"]);
    expect((await nearestSamples(few.ctx.actor.id, question)).hits).toHaveLength(10);
    expect((await nearestSamples(few.ctx.actor.id, question, { hidden })).hits).toEqual([]);
  });

  it("answer many questions in their order", async () => {
    const seeds = rows.filter(({ ownerId }) => ownerId === some.userId).slice(0, 20);
    const vectors = await vectorsOf(some.ctx.actor.id, idsOf(seeds));
    const questions = seeds.map(({ sampleId }) => soundQuestion({ vector: vectors.get(sampleId), limit: 1 }));
    const answers = await nearestSamplesOfMany(some.ctx.actor.id, questions);
    expect(answers.map(({ hits }) => hits[0]?.sampleId)).toEqual(idsOf(seeds));
    expect(answers[0]?.hits[0]?.similarity).toBeCloseTo(1, 4);
  });

  it("have what was written just before, for who asks for that", async () => {
    const added = soundRows(nobody.userId, 10, 88_888);
    for (const row of added) {
      await indexSounds(sql, [row]);
      const { hits } = await nearestSamplesNow(nobody.ctx.actor.id, soundQuestion({ limit: 100 }));
      expect(idsOf(hits)).toContain(row.sampleId);
      expect(new Set(idsOf(hits)).size).toBe(hits.length);
    }
    await buryDocuments(sql, idsOf(added));
    await until(async () => (await asked(nobody)).hits.length === 0, "the deletion");
  });

  it("change with the library", async () => {
    const [added] = soundRows(nobody.userId, 1, 77_777);
    if (!added) throw new Error("no row");
    await indexSounds(sql, [added]);
    await until(async () => (await asked(nobody)).hits.length === 1, "the new sample");
    await catchUp();
    await indexSounds(sql, [{ ...added, facets: ["tag:changed"] }]);
    const changed = { filters: [facetFilter("tag", ["changed"])] };
    await until(async () => (await asked(nobody, changed)).hits.length === 1, "the changed tag");
    expect(await similaritiesTo(nobody.ctx.actor.id, soundQuestion(), [added.sampleId])).toHaveLength(1);
    await buryDocuments(sql, [added.sampleId]);
    await until(async () => (await asked(nobody)).hits.length === 0, "the deletion");
    expect(await vectorsOf(nobody.ctx.actor.id, [added.sampleId])).toEqual(new Map());
  });
});

describe("a question that makes no sense", () => {
  it.each([
    ["wrong_dimensions", { vector: new Float32Array(95).fill(1) }],
    ["not_finite", { vector: new Float32Array(96).fill(Number.NaN) }],
    ["no_direction", { vector: new Float32Array(96) }],
    ["bad_weights", { weights: { timbre: 0, rhythm: 0, harmony: 0 } }],
    ["bad_limit", { limit: 0 }],
  ])("is refused by name: %s", async (message, question) => {
    await expect(asked(few, question)).rejects.toMatchObject({ code: "invalid_input", message });
  });
});

it("vectors are given to their owner only", async () => {
  const ids = idsOf(rows.slice(0, 3));
  expect((await vectorsOf(few.ctx.actor.id, ids)).size).toBe(3);
  expect((await vectorsOf(many.ctx.actor.id, ids)).size).toBe(0);
});

describe("the process with the index", () => {
  let stop: () => void = () => undefined;
  beforeAll(async () => {
    stop = await SOURCES.memory();
  });
  afterAll(() => stop());

  const kill = () => process.kill(indexStatistics().processId ?? Number.NaN, "SIGKILL");
  const right = async (person = many) =>
    expect(idsOf((await asked(person)).hits)).toEqual(idsOf(expectedHits(rows, person.userId, soundQuestion())));
  const inMemory = () => until(async () => (await asked(many)).source === "memory", "an answer from memory");

  it("says how far it is", () => {
    const { status, state } = indexStatistics();
    expect({ status, rows: state?.rows, trouble: state?.trouble }).toEqual({
      status: "ready",
      rows: 8010,
      trouble: null,
    });
    expect(state?.indexBytes).toBeGreaterThan(8010 * 192);
    expect(state?.processBytes).toBeGreaterThan(state?.indexBytes ?? 0);
  });

  it("may be killed in the middle of questions, all of which are answered", async () => {
    const before = indexStatistics().restarts;
    const wanted = idsOf(expectedHits(rows, many.userId, soundQuestion()));
    const answers = Array.from({ length: 40 }, () => asked(many));
    kill();
    for (const { hits } of await Promise.all(answers)) expect(idsOf(hits)).toEqual(wanted);
    await inMemory();
    expect(indexStatistics().restarts).toBe(before + 1);
    await right();
  });

  it("may be killed while it reads the library", async () => {
    await inMemory();
    const killed = indexStatistics().processId;
    kill();
    await until(() => ![null, killed].includes(indexStatistics().processId), "another process");
    kill();
    expect((await asked(many)).source).not.toBe("memory");
    await right();
    await inMemory();
    await right();
  });

  it("drops the questions of those who have gone, and answers the others", async () => {
    const gone = AbortSignal.abort(new Error("gone"));
    await expect(nearestSamples(many.ctx.actor.id, soundQuestion(), { signal: gone })).rejects.toThrow("gone");
    const going = new AbortController();
    const waiting = nearestSamples(many.ctx.actor.id, soundQuestion({ limit: 5000 }), { signal: going.signal });
    going.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    await right(some);
  });

  it("notices that revisions were rewritten by hand", async () => {
    const [victim] = (await asked(few)).hits;
    const id = victim?.sampleId ?? "";
    await sql`update search_documents set revision = -1, is_deleted = true where sample_id = ${id}`;
    await until(async () => !idsOf((await asked(few)).hits).includes(id), "the row to go");
    await sql`update search_documents set revision = nextval('search_revisions'), is_deleted = false
      where sample_id = ${id}`;
    await until(async () => idsOf((await asked(few)).hits).includes(id), "the row to come back");
    await inMemory();
  });

  it("notices that the documents were emptied and made anew", async () => {
    const kept = rows.filter(({ ownerId }) => ownerId !== some.userId);
    await sql`truncate search_documents, search_vectors`;
    await indexSounds(sql, kept);
    rows = kept;
    await until(async () => (await asked(some)).hits.length === 0, "the emptied table");
    const wanted = idsOf(expectedHits(rows, many.userId, soundQuestion())).join();
    await until(async () => idsOf((await asked(many)).hits).join() === wanted, "the table that was made anew");
    await inMemory();
    await right(few);
    await right();
  });

  it("notices that deletions were forgotten before it heard of them", async () => {
    const { state } = indexStatistics();
    await sql`insert into system_settings (name, value, updated_at)
      select 'search revisions floor', to_jsonb(max(revision) + 10), now() from search_documents`;
    await until(() => (indexStatistics().state?.rebuilds ?? 0) > (state?.rebuilds ?? 0), "a rebuild");
    await inMemory();
    await right();
  });
});

it("keeps no copy of a vector whose sample is gone, though nothing follows the documents any more", async () => {
  if (!server?.hasPgvector) {
    await sql`create table sound_vectors (sample_id uuid primary key, owner_id uuid not null, embedding text)`;
    await sql`grant all on sound_vectors to samplemind_app`;
  }
  await sql`truncate sound_vectors`;
  const embedding = JSON.stringify(Array(96).fill(0.1));
  const kept = rows[0]?.sampleId ?? "";
  for (const id of [kept, randomUUID()])
    await sql.unsafe("insert into sound_vectors values ($1, $2, $3)", [id, few.userId, embedding]);
  expect(await forgetVectors()).toBe(1);
  expect([...(await sql`select sample_id from sound_vectors`)]).toEqual([{ sample_id: kept }]);
  if (!server?.hasPgvector) await sql`drop table sound_vectors`;
});

/** So many that there is time to kill the process that lays them out. */
const LARGE = 1200;
/** Longer than it takes such a process to start, and shorter than its work. */
const WORKED_MS = 150;
const layoutProcesses = () => childrenOf(process.pid).filter((pid) => commandOf(pid).includes("galaxy-layout"));

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

describe("a galaxy", () => {
  let owner: Person;
  let other: Person;
  const groupOf = new Map<string, number>();
  const sent = new Map<string, Buffer>();
  const read = async (person: Person, headers: Record<string, string> = {}) => {
    const answer = await backend.call(person, "/api/v1/galaxy", { headers });
    const bytes = await answer.arrayBuffer();
    // The same tag never stands for other points.
    const version = answer.headers.get("etag") ?? "";
    expect(Buffer.from(bytes).equals(sent.get(version) ?? Buffer.from(bytes))).toBe(true);
    sent.set(version, Buffer.from(bytes));
    return { answer, ...decodeGalaxy(bytes) };
  };
  const labels = (person: Person) => backend.data<GalaxyLabels>(backend.call(person, "/api/v1/galaxy/labels"));
  const path = (person: Person, from: string, to: string) =>
    backend.call(person, `/api/v1/galaxy/path?from=${from}&to=${to}&most=6`);

  /** Sounds of three groups; within one they are nearly the same. */
  async function add(count: number, first: number, person = owner): Promise<string[]> {
    const files = Array.from({ length: count }, (_, i) => ({ fileName: `${first + i}.wav` }));
    const ids = await writeSamples(sql, person.userId, files);
    const made = ids.map((sampleId, i) => {
      const group = (first + i) % 3;
      groupOf.set(sampleId, group);
      const vector = soundVector(10 + 10 * group + (first + i) * 1e-4);
      const facets = group === 0 ? ["tag:kick", "type:one-shot"] : ["type:loop"];
      return { sampleId, ownerId: person.userId, vector, facets, bpm: group === 1 ? 124.06 : null };
    });
    await indexSounds(sql, made);
    return ids;
  }

  async function follow(): Promise<void> {
    await noteChanges();
    for (const id of await listChanged(100)) while ((await followGalaxy(id)).isMore);
  }

  function placesOf({ count, ids, positions }: GalaxyPoints): Map<string, number[]> {
    return new Map(
      Array.from({ length: count }, (_, i) => [
        uuidText(ids.slice(i * 16, i * 16 + 16)),
        [...positions.slice(i * 3, i * 3 + 3)],
      ]),
    );
  }

  const apart = (a: number[] = [], b: number[] = []) => Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 9)));

  function expectGrouped(places: Map<string, number[]>): void {
    for (const [id, place] of places) {
      const others = [...places].filter(([one]) => one !== id).sort((a, b) => apart(place, a[1]) - apart(place, b[1]));
      expect(groupOf.get(others[0]?.[0] ?? "")).toBe(groupOf.get(id));
    }
  }

  beforeAll(async () => {
    owner = await backend.person("Gale");
    other = await backend.person("Other");
  });

  it("is empty, and says what is missing, until it is laid out", async () => {
    expect(await read(owner)).toMatchObject({ count: 0, layout: 0 });
    expect(await labels(owner)).toEqual({ tags: [], regions: [], missing: 0, layout: 0, isLayingOut: false });
    await add(60, 0);
    await sql`insert into search_terms (owner_id, kind, term, count) values (${owner.userId}, 'tag', 'kick', 20),
      (${owner.userId}, 'type', 'loop', 40), (${owner.userId}, 'type', 'one-shot', 20)`;
    expect(await labels(owner)).toMatchObject({ missing: 60, layout: 0, isLayingOut: true });
    await follow();
    const points = await read(owner);
    expect(points).toMatchObject({ count: 60, layout: 1 });
    expectGrouped(placesOf(points));
    expect([...points.bpmTenths].filter((bpm) => bpm === 1241)).toHaveLength(20);
    expect([...points.tags].filter((tag) => tag === 0)).toHaveLength(20);
    const said = await labels(owner);
    expect(said).toMatchObject({ tags: ["kick"], missing: 0, layout: 1, isLayingOut: false });
    expect(said.regions.map(({ text }) => text)).toContain("kick");
    expect(said.regions.every(({ count }) => count > 0 && count <= 60)).toBe(true);
  });

  it("is nobody else's", async () => {
    expect((await read(other)).count).toBe(0);
    expect((await labels(other)).tags).toEqual([]);
    const [from = "", to = ""] = [...groupOf.keys()];
    expect((await path(other, from, to)).status).toBe(404);
    expect((await backend.call(null, "/api/v1/galaxy")).status).toBe(401);
  });

  it("is sent once, and not packed: the encoding of a packed answer would be lost on the way", async () => {
    const { answer } = await read(owner, { "accept-encoding": "gzip" });
    expect(answer.headers.get("content-encoding")).toBeNull();
    const etag = answer.headers.get("etag") ?? "";
    expect((await backend.call(owner, "/api/v1/galaxy", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("gives a new sample a place, and leaves all others where they are", async () => {
    const before = placesOf(await read(owner));
    const added = await add(3, 60);
    await follow();
    const points = await read(owner);
    const places = placesOf(points);
    expect(points).toMatchObject({ count: 63, layout: 1 });
    for (const [id, place] of before) expect(places.get(id)).toEqual(place);
    expect(added.every((id) => places.has(id))).toBe(true);
    expectGrouped(places);
  });

  it("moves a sample that sounds otherwise now, and forgets one that is gone", async () => {
    const [moved = "", trashed = "", deleted = ""] = [...groupOf.keys()];
    const row = { sampleId: moved, ownerId: owner.userId, facets: [], bpm: null };
    const group = ((groupOf.get(moved) ?? 0) + 1) % 3;
    groupOf.set(moved, group);
    await indexSounds(sql, [{ ...row, vector: soundVector(10 + 10 * group + 0.001) }]);
    await buryDocuments(sql, [trashed, deleted]);
    await sql`delete from samples where id = ${deleted}`;
    await follow();
    const points = await read(owner);
    expect(points).toMatchObject({ count: 61, layout: 1 });
    expectGrouped(placesOf(points));
    expect([...(await sql`select sample_id from galaxy_points where sample_id = ${deleted}`)]).toEqual([]);
    groupOf.delete(trashed);
    groupOf.delete(deleted);
  });

  it("is laid out anew when a tenth is new, once, and nearly where it was", async () => {
    const before = placesOf(await read(owner));
    await add(6, 63);
    await sql`update galaxies set layout_wanted_at = now() where owner_id = ${owner.userId}`;
    const done = await Promise.all([layOutGalaxy(owner.userId), layOutGalaxy(owner.userId)]);
    expect(done.filter((points) => points !== null)).toEqual([67]);
    await follow();
    const points = await read(owner);
    expect(points).toMatchObject({ count: 67, layout: 2 });
    // Open pages are told, so that they show the new places.
    const [told] = await sql`select payload from live_events
      where user_id = ${owner.userId} and type = 'galaxy' and payload ->> 'layout' = '2'`;
    expect(told).toBeDefined();
    const places = placesOf(points);
    expectGrouped(places);
    const moves = [...before].map(([id, place]) => apart(place, places.get(id)));
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThan(0.2);
    await add(10, 69);
    await follow();
    expect(await read(owner)).toMatchObject({ count: 77, layout: 3 });
  });

  it("is as it was when the process that lays it out is killed midway, and whole when that is done again", async () => {
    const added = await add(LARGE, 100, other);
    await sql`insert into galaxies (owner_id, layout_wanted_at) values (${other.userId}, now())
      on conflict (owner_id) do update set layout_wanted_at = now()`;
    const laidOut = layOutGalaxy(other.userId);
    const child = await until(() => layoutProcesses()[0], "a process that lays out");
    await until(() => processorMs([child]) > WORKED_MS, "it has worked for a while");
    process.kill(child, "SIGKILL");
    expect(await laidOut).toBeNull();
    expect(await read(other)).toMatchObject({ count: 0, layout: 0 });
    expect(await layOutGalaxy(other.userId)).toBe(LARGE);
    const places = placesOf(await read(other));
    expect(added.filter((id) => !places.has(id))).toEqual([]);
    expect(await labels(other)).toMatchObject({ missing: 0, layout: 1, isLayingOut: false });
  });

  it("has paths from one sample to another", async () => {
    const ids = [...groupOf.keys()];
    const from = ids.find((id) => groupOf.get(id) === 0) ?? "";
    const to = ids.find((id) => groupOf.get(id) === 2) ?? "";
    const { ids: steps } = await backend.data<{ ids: string[] }>(path(owner, from, to));
    expect([steps[0], steps.at(-1), new Set(steps).size]).toEqual([from, to, 6]);
    expect(await backend.data(path(owner, from, from))).toEqual({ ids: [from] });
    const [silent = ""] = await writeSamples(sql, owner.userId, [{ fileName: "silent.wav" }]);
    expect((await path(owner, from, silent)).status).toBe(409);
    expect((await path(owner, from, randomUUID())).status).toBe(404);
    expect((await path(owner, from, "nothing")).status).toBe(400);
  });

  it("has nothing to do where nothing has changed, or samples are not there", async () => {
    await follow();
    expect(await noteChanges()).toBe(0);
    expect(await listChanged(100)).toEqual([]);
    expect((await read(many)).count).toBe(0);
    await sql`delete from users where id = ${owner.userId}`;
    expect([...(await sql`select from galaxies where owner_id = ${owner.userId}`)]).toEqual([]);
  });
});
