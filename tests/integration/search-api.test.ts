import { beforeAll, describe, expect, it } from "vitest";
import type { SearchAnswer } from "@/lib/search/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { type WantedSample, writeSamples } from "@/tests/factories/library";

const backend = await startBackend({ jobs: false });
const { call, data, sql } = backend;
const { drainQueue } = await import("@/lib/search-documents/jobs");

const names = new Map<string, string>();
const idOf = (name: string) => [...names].find(([, known]) => known === name)?.[0] ?? "";

async function add(person: Person, wanted: readonly WantedSample[]): Promise<void> {
  const ids = await writeSamples(sql, person.userId, wanted);
  for (const [at, id] of ids.entries()) names.set(id, wanted[at]?.fileName ?? "");
  while ((await drainQueue()).isMore);
}

/** A sound that turns from one end of each aspect (0) to another (1). */
function embedding(turn: number) {
  const part = (length: number) => {
    const angle = (turn * Math.PI) / 2;
    return Array.from({ length }, (_, i) => (i === 0 ? Math.cos(angle) : i === 1 ? Math.sin(angle) : 0));
  };
  return { embedding: { timbre: part(40), rhythm: part(32), harmony: part(24) } };
}

/** A spectrum that is loud at the bottom (1) or at the top (−1). */
const spectrum = (low: number) => ({ mfcc: [-200, low * 80, ...Array.from({ length: 18 }, () => 0)] });

interface Made {
  bpm: number;
  key?: [tonic: "C" | "D" | "F#", mode: "major" | "minor"];
  instrument: string;
  low: number;
}
const TONICS = { C: 0, D: 2, "F#": 6 };

/** A loop of two bars, as the engine would have heard it. */
function loop(fileName: string, { bpm, key, instrument, low }: Made): WantedSample {
  const record = {
    durationSeconds: 4,
    tempo: { bpm, confidence: 0.9, alternatives: [] },
    key: key ? { tonic: key[0], mode: key[1], confidence: 0.9 } : null,
    kind: { label: "loop", confidence: 0.9 },
    meter: { beatsPerBar: 4, beatUnit: 4, confidence: 0.9 },
    rhythm: { loopBars: 2 },
    instruments: [{ label: instrument, confidence: 0.9 }],
    atonality: key ? 0.1 : 0.9,
    spectral: spectrum(low),
    ...embedding(0.5),
  };
  return { fileName, kind: "loop", bpm, key: key ? [TONICS[key[0]], key[1]] : null, record };
}

async function ask(person: Person | null, body: object): Promise<SearchAnswer> {
  return data<SearchAnswer>(call(person, "/api/v1/search", { method: "POST", json: body }));
}
const found = (answer: SearchAnswer) => answer.hits.map(({ sample }) => sample.fileName);
const statusOf = async (person: Person | null, path: string, json?: unknown) =>
  (await call(person, path, json === undefined ? {} : { method: "POST", json })).status;

let ada: Person;
let eve: Person;

beforeAll(async () => {
  [ada, eve] = [await backend.person("Ada"), await backend.person("Eve")];
  await add(ada, [
    { fileName: "kick deep.wav", folderPath: "A", kind: "one-shot", tags: ["kick"], record: embedding(0) },
    { fileName: "kick bright.wav", folderPath: "A", kind: "one-shot", tags: ["kick"], record: embedding(1) },
    { fileName: "snare near.wav", folderPath: "A", kind: "one-shot", record: embedding(0.05) },
    { fileName: "tom near.wav", folderPath: "B", kind: "one-shot", record: embedding(0.1) },
    { fileName: "pad far.wav", folderPath: "B", kind: "loop", bpm: 120, record: embedding(0.95) },
    { fileName: "waiting.wav", folderPath: "B" },
    loop("bass under.wav", { bpm: 122, key: ["C", "minor"], instrument: "bass", low: 1 }),
    loop("bass again.wav", { bpm: 122, key: ["C", "minor"], instrument: "bass", low: 1 }),
    loop("beat over.wav", { bpm: 122, instrument: "hi-hat", low: -1 }),
    loop("chords two up.wav", { bpm: 61.5, key: ["D", "minor"], instrument: "piano", low: 0 }),
    loop("chords far.wav", { bpm: 97, key: ["F#", "major"], instrument: "piano", low: 0 }),
  ]);
  await add(eve, [{ fileName: "kick of eve.wav", kind: "one-shot", tags: ["kick"], record: embedding(0) }]);
});

describe("a search", () => {
  it("by words says which words it found where, and finds nothing of anybody else", async () => {
    const answer = await ask(ada, { query: "kick" });
    expect(found(answer).sort()).toEqual(["kick bright.wav", "kick deep.wav"]);
    const [hit] = answer.hits;
    expect(hit).toMatchObject({ isWeak: false, explanation: { words: { rank: 1 }, sound: null, filters: [] } });
    expect(hit?.explanation.words?.matched[0]).toMatchObject({ fields: expect.arrayContaining(["title", "tags"]) });
    expect(hit?.score).toBe(1);
  });

  it("by filters alone is a list in the order that is asked for, page by page", async () => {
    const query = { query: "type:loop", sort: "name", limit: 2 };
    const first = await ask(ada, query);
    const second = await ask(ada, { ...query, cursor: first.nextCursor });
    expect([...found(first), ...found(second)].slice(0, 4)).toEqual([
      "bass again.wav",
      "bass under.wav",
      "beat over.wav",
      "chords far.wav",
    ]);
    expect(first.hits[0]).toMatchObject({ score: null, explanation: { filters: ["type:loop"] } });
  });

  it("by a sample finds what sounds like it, with the similarity of each aspect, and not itself", async () => {
    const answer = await ask(ada, { like: [idOf("kick deep.wav")], query: "type:one-shot" });
    expect(found(answer)).toEqual(["snare near.wav", "tom near.wav", "kick bright.wav"]);
    const [hit] = answer.hits;
    expect(hit?.explanation.sound).toMatchObject({ rank: 1, aspects: { timbre: expect.closeTo(0.997, 2) } });
    expect(answer.hits.at(-1)?.isWeak).toBe(true);
    expect(hit?.isWeak).toBe(false);
    expect(answer).toMatchObject({ isExact: true, source: expect.stringMatching(/^(rows|pgvector)$/) });
  });

  it("by words and a sound at once ranks what has both before what has one", async () => {
    const answer = await ask(ada, { query: "near", like: [idOf("kick bright.wav")] });
    const scores = new Map(answer.hits.map(({ sample, score }) => [sample.fileName, score ?? 0]));
    expect(scores.get("tom near.wav")).toBeGreaterThan(scores.get("pad far.wav") ?? 1);
    expect(answer.hits.find(({ sample }) => sample.fileName === "tom near.wav")?.explanation).toMatchObject({
      words: { matched: [{ word: "near" }] },
      sound: { similarity: expect.any(Number) },
    });
    const onlySound = await ask(ada, { query: "near", like: [idOf("kick bright.wav")], legs: { words: 0 } });
    expect(found(onlySound)[0]).toBe("pad far.wav");
  });

  it("leaves out what sounds too different, whatever words it has", async () => {
    const answer = await ask(ada, { query: "kick near", like: [idOf("kick deep.wav")], minSimilarity: 0.9 });
    expect(found(answer)).not.toContain("kick bright.wav");
    expect(answer.hits.every(({ explanation }) => (explanation.sound?.similarity ?? 0) >= 0.9)).toBe(true);
  });

  it("takes at most so many of a folder, and says how many it left out", async () => {
    const answer = await ask(ada, { like: [idOf("kick deep.wav")], query: "type:one-shot", perFolder: 1 });
    expect(found(answer)).toEqual(["snare near.wav", "tom near.wav"]);
    expect(answer.leftOut).toBe(1);
  });

  it("makes one hit of copies of the same bytes, if it is to", async () => {
    const twins = await backend.person("Twins");
    await add(twins, [
      { fileName: "clap one.wav", record: embedding(0) },
      { fileName: "clap two.wav", record: embedding(0) },
    ]);
    await sql`update samples set sha256 = ${"a".repeat(64)} where owner_id = ${twins.userId}`;
    const one = await ask(twins, { query: "clap" });
    expect(one.hits).toHaveLength(1);
    expect(one.hits[0]?.copies).toHaveLength(1);
    expect((await ask(twins, { query: "clap", collapse: false })).hits).toHaveLength(2);
  });

  it("goes on behind the last hit even if a new one comes before it", async () => {
    const person = await backend.person("Pages");
    const sounds = (turns: number[]) => turns.map((turn) => ({ fileName: `${turn}.wav`, record: embedding(turn) }));
    await add(person, sounds([0, 0.1, 0.2, 0.3, 0.4]));
    const query = { like: [idOf("0.wav")], limit: 2 };
    const first = await ask(person, query);
    await add(person, sounds([0.05]));
    const second = await ask(person, { ...query, cursor: first.nextCursor });
    expect([...found(first), ...found(second)]).toEqual(["0.1.wav", "0.2.wav", "0.3.wav", "0.4.wav"]);
  });

  it("says which filter leaves nothing over", async () => {
    const answer = await ask(ada, { query: "kick type:one-shot bpm:300" });
    expect(answer).toMatchObject({ hits: [], emptyFilter: { text: "bpm:300", span: { start: 19, end: 26 } } });
  });

  it("can be written as an address", async () => {
    const like = idOf("kick deep.wav");
    const path = `/api/v1/search?q=type:one-shot&like=${like}&limit=1&timbre=2&perFolder=1`;
    expect(found(await data<SearchAnswer>(call(ada, path)))).toEqual(["snare near.wav"]);
  });
});

describe("bad input", () => {
  const vector = (value: unknown) => ({ vector: Array.from({ length: 96 }, () => value) });

  it.each([
    ["a query of 10,000 characters", { query: "k".repeat(10_000) }],
    ["numbers that are none", vector(null)],
    ["a vector of zeros", vector(0)],
    ["a vector of other dimensions", { vector: [1, 2, 3] }],
    ["weights that are all zero", { aspects: { timbre: 0, rhythm: 0, harmony: 0 } }],
    ["weights that are next to nothing", { query: "kick", legs: { words: 5e-324, sound: 0, meaning: 0 } }],
    ["too many hits at once", { limit: 101 }],
    ["a cursor that nobody issued", { query: "kick", cursor: "bm9uZQ.bm9uZQ" }],
    ["only counter-examples", { unlike: ["019a0000-0000-7000-8000-000000000001"] }],
  ])("is refused: %s", async (_, body) => {
    expect(await statusOf(ada, "/api/v1/search", body)).toBe(400);
  });

  it.each(["'\"((", "a:* & !b | <->", "🥁🥁", "'; drop table samples; --", "\u0000kick", 'in:"un closed', "~~::--"])(
    "is searched for all the same: %j",
    async (query) => {
      expect(await statusOf(ada, "/api/v1/search", { query })).toBe(200);
      expect(await statusOf(ada, `/api/v1/search?q=${encodeURIComponent(query)}`)).toBe(200);
    },
  );

  it("is refused: a cursor of another search, sort or person", async () => {
    const { nextCursor } = await ask(ada, { like: [idOf("kick deep.wav")], limit: 1 });
    const { nextCursor: ofList } = await ask(ada, { query: "type:loop", sort: "name", limit: 1 });
    const refused = (person: Person, body: object) => statusOf(person, "/api/v1/search", body);
    expect(nextCursor).not.toBeNull();
    expect(await refused(ada, { like: [idOf("kick bright.wav")], limit: 1, cursor: nextCursor })).toBe(400);
    expect(await refused(ada, { query: "type:loop", sort: "name", cursor: nextCursor })).toBe(400);
    expect(await refused(ada, { query: "type:loop", sort: "-bpm", cursor: ofList })).toBe(400);
    expect(await refused(eve, { query: "type:loop", sort: "name", cursor: ofList })).toBe(400);
  });

  it("is told apart: samples that are not there, of others, and not analysed", async () => {
    expect(await statusOf(eve, "/api/v1/search", { like: [idOf("kick deep.wav")] })).toBe(404);
    expect(await statusOf(eve, `/api/v1/samples/${idOf("kick deep.wav")}/similar`)).toBe(404);
    expect(await statusOf(eve, `/api/v1/samples/${idOf("bass under.wav")}/fits`)).toBe(404);
    expect(await statusOf(ada, `/api/v1/samples/${idOf("waiting.wav")}/similar`)).toBe(409);
    expect(await statusOf(ada, "/api/v1/search", { querySoundId: idOf("kick deep.wav") })).toBe(404);
  });
});

describe("a key", () => {
  it("searches by words with one scope, and by sounds with another", async () => {
    const owner = await backend.person("Keys", { role: "enterprise" });
    await add(owner, [{ fileName: "key one.wav", record: embedding(0) }]);
    const { secret: words } = await backend.apiKey(owner, { scopes: ["search:text"] });
    const { secret: sounds } = await backend.apiKey(owner, { scopes: ["search:similarity"] });
    const id = idOf("key one.wav");
    const status = async (secret: string, path: string, json?: unknown) =>
      (await backend.callWithKey(secret, path, json === undefined ? {} : { method: "POST", json })).status;
    expect(await status(words, "/api/v1/search", { query: "key" })).toBe(200);
    expect(await status(words, "/api/v1/search", { like: [id] })).toBe(403);
    expect(await status(words, `/api/v1/samples/${id}/similar`)).toBe(403);
    expect(await status(sounds, `/api/v1/samples/${id}/similar`)).toBe(200);
    expect(await status(sounds, "/api/v1/search", { query: "key" })).toBe(403);
  });
});

describe("what is similar to each of several samples", () => {
  it("is answered sample by sample, also where one is not there", async () => {
    const ids = [idOf("kick deep.wav"), idOf("kick of eve.wav"), idOf("waiting.wav")];
    const body = { ids, query: "type:one-shot", limit: 1 };
    const { results } = await data<{ results: { id: string; hits: SearchAnswer["hits"]; problem: string | null }[] }>(
      call(ada, "/api/v1/search/similar", { method: "POST", json: body }),
    );
    expect(results.map(({ id, problem }) => [id, problem])).toEqual([
      [ids[0], null],
      [ids[1], "not_found"],
      [ids[2], "not_analysed"],
    ]);
    expect(results[0]?.hits.map(({ sample }) => sample.fileName)).toEqual(["snare near.wav"]);
    const inCapitals = await call(ada, "/api/v1/search/similar", {
      method: "POST",
      json: { ...body, ids: [ids[0]?.toUpperCase()] },
    });
    expect(await inCapitals.json()).toMatchObject({ data: { results: [{ id: ids[0], problem: null }] } });
    expect(await statusOf(ada, "/api/v1/search/similar", { ids: Array.from({ length: 51 }, () => ids[0]) })).toBe(400);
  });
});

describe("what fits with a sound", () => {
  interface Fits {
    fits: {
      sample: { fileName: string };
      score: number;
      transposeSemitones: number;
      stretchPercent: number;
      reasons: { text: string }[];
    }[];
  }
  const fitsOf = (name: string, query = "") => data<Fits>(call(ada, `/api/v1/samples/${idOf(name)}/fits${query}`));

  it("does something else at the same tempo, or can be brought to it, and says how", async () => {
    const { fits } = await fitsOf("bass under.wav");
    const order = fits.map(({ sample }) => sample.fileName);
    expect(order.indexOf("beat over.wav")).toBe(0);
    expect(order.indexOf("chords two up.wav")).toBeLessThan(order.indexOf("bass again.wav"));
    expect(order).not.toContain("chords far.wav");
    const chords = fits[order.indexOf("chords two up.wav")];
    expect(chords).toMatchObject({ transposeSemitones: -2, stretchPercent: -0.8 });
    expect(chords?.reasons.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Same key: D minor (7A), moved down by 2 semitones",
        "61.5 BPM, half the tempo, to be played 0.8% slower",
        "Chords beside bass",
        "2 bars beside 2 bars",
      ]),
    );
    expect(fits[0]?.reasons.map(({ text }) => text)).toContain("Drums have no key to clash");
  });

  it("can be asked for a sound that has neither tempo nor key, and for silence", async () => {
    expect((await fitsOf("snare near.wav")).fits.length).toBeGreaterThan(5);
    await sql`
      update analyses set record = record || '{"spectral": null, "rhythm": null}' where sample_id = ${idOf("tom near.wav")}`;
    expect((await fitsOf("tom near.wav")).fits.length).toBeGreaterThan(5);
  });

  it("can be asked for by role, filter, and without transposition", async () => {
    const drums = await fitsOf("bass under.wav", "?role=drums");
    expect(drums.fits.map(({ sample }) => sample.fileName)).toEqual(["beat over.wav"]);
    const filtered = await fitsOf("bass under.wav", "?q=bpm:=122");
    expect(filtered.fits.map(({ sample }) => sample.fileName)).not.toContain("chords two up.wav");
    const asTheyAre = await fitsOf("bass under.wav", "?transpose=0");
    expect(asTheyAre.fits.map(({ sample }) => sample.fileName)).not.toContain("chords two up.wav");
  });

  it("follows a correction", async () => {
    await sql`insert into sample_corrections (sample_id, bpm, bpm_at) values (${idOf("chords far.wav")}, 122, now())`;
    await sql`insert into sample_corrections (sample_id, bpm, bpm_at) values (${idOf("beat over.wav")}, 97, now())`;
    while ((await drainQueue()).isMore);
    const order = (await fitsOf("bass under.wav")).fits.map(({ sample }) => sample.fileName);
    expect(order).not.toContain("beat over.wav");
    await sql`delete from sample_corrections where sample_id in (${idOf("chords far.wav")}, ${idOf("beat over.wav")})`;
    while ((await drainQueue()).isMore);
  });
});

describe("the state of search", () => {
  it("counts the person's samples, and shows what the index costs to admins only", async () => {
    const path = "/api/v1/search/statistics";
    expect(await data(call(eve, path))).toMatchObject({ documents: 1, sounds: 1, waiting: 0, index: null });
    const admin = await backend.person("Root", { role: "admin" });
    expect(await data(call(admin, path))).toMatchObject({ documents: 0, index: { status: "off" } });
  });
});
