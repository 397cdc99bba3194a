import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SoundQuestion } from "@/lib/similarity/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import {
  bpmFilter,
  buryDocuments,
  expectedHits,
  facetFilter,
  indexSounds,
  type SoundRow,
  soundQuestion,
  soundRows,
} from "@/tests/factories/sound-rows";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const { nearestSamples, nearestSamplesNow, nearestSamplesOfMany, similaritiesTo, vectorsOf, indexStatistics } =
  await import("@/lib/similarity/data");
const { startIndex } = await import("@/lib/similarity/index-process/client");
const { followDocuments, forgetVectors } = await import("@/lib/similarity/pgvector/jobs");

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
