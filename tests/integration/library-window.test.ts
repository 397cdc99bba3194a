import { beforeAll, describe, expect, it } from "vitest";
import type { LibraryFolder, LibraryRow } from "@/lib/library/schema";
import { LIST_SORTS, type ListSort } from "@/lib/search/words/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writePlaces } from "@/tests/factories/galaxy-points";
import { writeSamples } from "@/tests/factories/library";
import { tone } from "@/tests/factories/sounds";
import { chunk, toneRecording, wav } from "@/tests/fixtures/container-files";
import { greyPng, id3Picture, id3v2 } from "@/tests/fixtures/tagged-files";

const backend = await startBackend();
const { call, sql } = backend;
const { drainQueue } = await import("@/lib/search-documents/jobs");
const { listAnchors, listPlace } = await import("@/lib/search/words/anchors/data");
const { listPage, suggest } = await import("@/lib/search/words/data");
const { smallMap, tempoAndKeyCounts } = await import("@/lib/library/overview/data");
const { parseQuery } = await import("@/lib/search-query/parse");
const { setFlag } = await import("@/lib/flags/mutations");
const { deleteSamples } = await import("@/lib/samples/mutations");
const { setRights } = await import("@/lib/samples/rights/mutations");
const { drawOverviews, listUndrawn } = await import("@/lib/pipeline/overviews/jobs");
const { readSamples, readSavedViews } = await import("@/lib/privacy/exports/lookups");

let admin: Person;
let ada: Person;
let eve: Person;
const ids: string[] = [];

async function drainAll(): Promise<void> {
  while ((await drainQueue()).isMore);
}

/** Values of every sort: some alike, some missing. */
const wanted = (at: number) => ({
  fileName: `Kick ${at}.wav`,
  folderPath: at % 3 === 0 ? "Drums/Kicks" : "Drums",
  bpm: at % 4 === 0 ? null : 100 + (at % 7),
  key: at % 5 === 0 ? null : ([at % 12, at % 2 === 0 ? "major" : "minor"] as [number, "major" | "minor"]),
  kind: (["loop", "one-shot", "track", null] as const)[at % 4] ?? null,
  seconds: 1 + (at % 9),
  lufs: at % 6 === 0 ? null : -20 + (at % 8),
  tags: at % 2 === 0 ? ["kick"] : ["snare"],
});

beforeAll(async () => {
  admin = await backend.person("Root", { role: "admin" });
  [ada, eve] = [await backend.person("Ada", { role: "enterprise" }), await backend.person("Eve")];
  ids.push(
    ...(await writeSamples(
      sql,
      ada.userId,
      Array.from({ length: 90 }, (_, at) => wanted(at)),
    )),
  );
  await sql`update samples set size_bytes = 1000 + (abs(hashtext(id::text)) % 5) where owner_id = ${ada.userId}`;
  await sql`
    insert into file_tags (sample_id, sha256, reader_version, title, artist, year, rating)
    select id, sha256, 1, 'Title ' || id, 'Artist', 1990 + (abs(hashtext(id::text)) % 4), 0.5 from samples
    where owner_id = ${ada.userId} and (abs(hashtext(id::text)) % 3) = 0 and file_name not like 'Kick 1%'`;
  await writeSamples(sql, eve.userId, [{ fileName: "secret.wav", folderPath: "Secrets", tags: ["kick"] }]);
  await drainAll();
});

interface Page {
  data: LibraryRow[];
  nextCursor: string | null;
  problems: { message: string }[];
}
const address = (what: string, query: Record<string, string | number> = {}) =>
  `/api/v1/library/${what}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;
const read = async <T>(person: Person, what: string, query?: Record<string, string | number>) =>
  (await (await call(person, address(what, query))).json()) as T;
const status = async (person: Person | null, what: string, query?: Record<string, string | number>) =>
  (await call(person, address(what, query))).status;

const list = (sort: ListSort, text = "") => ({ query: parseQuery(text), sort });
async function everything(sort: ListSort, text = "", limit = 7): Promise<string[]> {
  const all: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listPage(ada.ctx.actor, { ...list(sort, text), limit, cursor });
    all.push(...(page?.sampleIds ?? []));
    if (!page?.nextCursor) return all;
    cursor = page.nextCursor;
  }
}

describe("the overview of a library", () => {
  it("counts tempi and keys of the person's own samples", async () => {
    const { tempos, keys } = await tempoAndKeyCounts(ada.ctx.actor.id);
    const all = Array.from({ length: 90 }, (_, at) => wanted(at));
    const between = (from: number, to: number) =>
      all.filter(({ bpm }) => bpm !== null && bpm >= from && bpm < to).length;
    expect(tempos).toEqual([{ from: 100, to: 110, count: between(100, 110) }]);
    expect(keys).toHaveLength(12);
    const inMinor = all.filter(({ key }) => key?.[1] === "minor").length;
    expect(keys.reduce((sum, { minor }) => sum + minor, 0)).toBe(inMinor);
    expect((await tempoAndKeyCounts(eve.ctx.actor.id)).keys.every(({ minor, major }) => minor + major === 0)).toBe(
      true,
    );
  });

  it("has a small map of those that have a place, and none before", async () => {
    expect(await smallMap(ada.ctx.actor.id)).toBeNull();
    await writePlaces(sql, ada.userId, ids.slice(0, 40));
    const map = await smallMap(ada.ctx.actor.id);
    expect(map?.total).toBe(40);
    expect(map?.points).toHaveLength(40);
    expect(new Set(map?.points.map(({ kind }) => kind))).toEqual(new Set(["loop", "one-shot", "track", ""]));
    expect(await smallMap(eve.ctx.actor.id)).toBeNull();
  });
});

describe("the window's pages", () => {
  it.each(LIST_SORTS)("have every sample once, by %s, while others are added", async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await read(ada, "pages", { sort, limit: 40, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
      const added = await writeSamples(sql, ada.userId, [wanted(seen.length)]);
      await drainAll();
      if (cursor === null) await sql`delete from samples where owner_id = ${ada.userId} and not (id = any(${ids}))`;
      expect(added).toHaveLength(1);
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ids.includes(id)).sort()).toEqual(ids.toSorted());
    await drainAll();
  });

  it("have names in the order that people expect", async () => {
    const { data } = await read<Page>(ada, "pages", { sort: "name", query: "in:drums/kicks", limit: 500 });
    const names = data.filter(({ title }) => title === null).map(({ fileName }) => fileName);
    expect(names).toEqual(names.toSorted((a, b) => Number(a.match(/\d+/)?.[0]) - Number(b.match(/\d+/)?.[0])));
    expect(names.length).toBeGreaterThan(3);
    const titles = (await suggest(ada.ctx.actor, { kind: "title", prefix: "kick 1", limit: 20 })).map(
      ({ value }) => value,
    );
    expect(titles).toContain("Kick 1");
    expect(titles.some((title) => /^Kick 1\d$/.test(title))).toBe(true);
    expect(titles.every((title) => title.startsWith("Kick 1"))).toBe(true);
  });

  it("say what is wrong with a query, and search by the rest", async () => {
    const { data, problems } = await read<Page>(ada, "pages", { query: "bpm:fast type:track" });
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining("tempo") })]);
    expect(new Set(data.map(({ kind }) => kind))).toEqual(new Set(["track"]));
  });

  it("are also told as ids alone, all that a query finds and nobody else's", async () => {
    const idsOf = async (person: Person, query: string) =>
      (await (await call(person, address("ids", { query }))).text()).split("\n").filter(Boolean);
    expect(await idsOf(ada, "type:track")).toEqual(await everything("-addedAt", "type:track"));
    expect((await idsOf(ada, "")).sort()).toEqual(ids.toSorted());
    expect(await idsOf(eve, "type:track")).toEqual([]);
    expect(await status(ada, "ids", { query: "bpm:fast" })).toBe(400);
    expect(await status(null, "ids", { query: "" })).toBe(401);
  });

  it("refuse a cursor that they have not given for this person and order", async () => {
    const { nextCursor } = await read<Page>(ada, "pages", { limit: 1, sort: "name" });
    const cursor = String(nextCursor);
    expect(await status(ada, "pages", { limit: 1, sort: "name", cursor })).toBe(200);
    for (const [person, sort, text] of [
      [eve, "name", cursor],
      [ada, "-name", cursor],
      [ada, "name", `${cursor}x`],
      [ada, "name", "x"],
    ] as const) {
      expect(await status(person, "pages", { sort, cursor: text })).toBe(400);
      expect(await status(person, "anchors", { sort, after: text })).toBe(400);
    }
    expect(await status(ada, "pages", { sort: "relevance" })).toBe(400);
    expect(await status(ada, "pages", { limit: 501 })).toBe(400);
    expect(await status(null, "pages")).toBe(401);
  });
});

describe("anchors", () => {
  it.each([
    ...LIST_SORTS.map((sort) => [sort, ""] as const),
    ["bpm", "tag:kick"],
    ["-rating", "kick"],
    ["name", "type:loop bpm:101-103"],
    ["bpm", "bpm:101-103"],
    ["-addedAt", "-tag:kick -in:drums/kicks"],
    ["addedAt", "tag:nothing"],
    ["seconds", "type:loop"],
  ] as const)("of %s %s are where the pages begin, and samples where they are said to be", async (sort, text) => {
    const all = await everything(sort, text);
    for (const pageRows of [7, 9, 90]) {
      const cut = await listAnchors(ada.ctx.actor, { ...list(sort, text), pageRows });
      expect(cut).toMatchObject({ total: all.length, isComplete: true, nextCursor: null });
      expect(cut?.anchors).toHaveLength(Math.ceil(all.length / pageRows));
      for (const [page, anchor] of [...(cut?.anchors.entries() ?? [])].filter(([at]) => at % 3 === 0)) {
        const rows = await listPage(ada.ctx.actor, {
          ...list(sort, text),
          limit: pageRows,
          cursor: anchor ?? undefined,
        });
        expect(rows?.sampleIds).toEqual(all.slice(page * pageRows, (page + 1) * pageRows));
      }
      for (const at of [0, 6, 7, all.length - 1].filter((index) => index >= 0 && index < all.length)) {
        const place = await listPlace(ada.ctx.actor, { ...list(sort, text), pageRows, sampleId: all[at] ?? "" });
        const pageIndex = Math.floor(at / pageRows);
        expect(place).toEqual({ pageIndex, indexInPage: at % pageRows, cursor: cut?.anchors[pageIndex] });
      }
    }
  });

  it("of a list that is too long for one answer go on from its end", async () => {
    for (const text of ["", "tag:kick"]) {
      const whole = await listAnchors(ada.ctx.actor, { ...list("bpm", text), pageRows: 6 });
      const anchors: (string | null)[] = [];
      for (let after: string | undefined; ; ) {
        const cut = await listAnchors(ada.ctx.actor, { ...list("bpm", text), pageRows: 6, after, most: 20 });
        anchors.push(...(cut?.anchors ?? []));
        if (after === undefined) expect(cut).toMatchObject({ isComplete: false, total: text === "" ? 90 : 18 });
        if (!cut?.nextCursor) break;
        after = cut.nextCursor;
      }
      expect(anchors).toEqual(whole?.anchors);
    }
  });

  it("and places are answered by the API", async () => {
    const { data } = await read<{ data: object }>(ada, "anchors", { sort: "name" });
    expect(data).toEqual({ total: 90, anchors: [null], isComplete: true, nextCursor: null });
    const all = await everything("name");
    const place = await read(ada, "place", { sort: "name", sampleId: all[33] ?? "" });
    expect(place).toEqual({ data: { pageIndex: 0, indexInPage: 33, cursor: null } });
    expect(await status(ada, "place", { query: "tag:nothing", sampleId: all[33] ?? "" })).toBe(404);
    expect(await status(eve, "place", { sampleId: all[33] ?? "" })).toBe(404);
    expect(await status(ada, "anchors", { pageRows: 100 })).toBe(400);
  });
});

describe("a row", () => {
  const covered = wav(toneRecording(0.5, 44_100, 1, 220), { before: [chunk("id3 ", id3v2([id3Picture(greyPng(8))]))] });

  it("has its short waveform, cover and instruments, also if it was analysed before there were any", async () => {
    const owner = await backend.person("Olga");
    const id = await backend.upload(owner, covered, "covered.wav");
    await backend.settled(owner, id);
    const record = {
      instruments: [
        { label: "bell", confidence: 0.8 },
        { label: "synth", confidence: 0.2 },
      ],
    };
    const rowOf = async () => (await read<{ data: LibraryRow[] }>(owner, "rows", { ids: id })).data[0];
    const first = await rowOf();
    const levels = Buffer.from(first?.overview ?? "", "base64");
    expect(levels).toHaveLength(96);
    expect(Math.max(...levels)).toBeGreaterThan(20);
    expect(first?.coverUrl).toMatch(new RegExp(`^/api/v1/samples/${id}/cover\\?v=`));
    expect((await call(owner, first?.coverUrl ?? "")).status).toBe(200);

    await sql`update analyses set overview = null, instruments = null, record = record || ${sql.json(record)} where sample_id = ${id}`;
    expect(await rowOf()).toMatchObject({ overview: null, instruments: ["bell"] });
    const [{ key } = {}] = await sql<{ key: string }[]>`select peaks_key as key from analyses where sample_id = ${id}`;
    expect(await drawOverviews((await listUndrawn(1000)).filter((undrawn) => undrawn === key))).toBe(1);
    expect(await rowOf()).toMatchObject({ overview: first?.overview, instruments: ["bell"] });
    const [{ instruments } = {}] = await sql`select instruments from analyses where sample_id = ${id}`;
    expect(instruments).toEqual(["bell"]);

    await sql`update analyses set overview = null, peaks_key = 'artefacts/lost' where sample_id = ${id}`;
    expect(await drawOverviews(["artefacts/lost"])).toBe(1);
    expect(await listUndrawn(1000)).not.toContain("artefacts/lost");
    expect((await rowOf())?.overview).toBeNull();

    const off = { name: "instrument-tags", enabled: false, roles: [], betaOnly: false, rolloutPercent: 100 } as const;
    await setFlag(admin.ctx, { ...off, roles: [] });
    expect((await rowOf())?.instruments).toEqual([]);
    await setFlag(admin.ctx, { ...off, roles: [], enabled: true });
  });

  it("of the same bytes has the same waveform", async () => {
    const [one, other] = [await backend.person(), await backend.person()];
    const bytes = tone(523);
    const overviews: unknown[] = [];
    for (const person of [one, other]) {
      const id = await backend.upload(person, bytes);
      await backend.settled(person, id);
      overviews.push((await read<{ data: LibraryRow[] }>(person, "rows", { ids: id })).data[0]?.overview);
    }
    expect(overviews[0]).toBeTruthy();
    expect(overviews[1]).toBe(overviews[0]);
  });

  it("comes in the order of the ids, without those of others, deleted ones and strangers", async () => {
    const [secret] = await sql<{ id: string }[]>`select id from samples where owner_id = ${eve.userId}`;
    const asked = [ids[5], secret?.id, ids[3], ids[8]].join(",");
    const shown = (await read<{ data: LibraryRow[] }>(ada, "rows", { ids: asked })).data.map(({ id }) => id);
    expect(shown).toEqual([ids[5], ids[3], ids[8]]);
    expect((await read<{ data: LibraryRow[] }>(eve, "rows", { ids: ids.slice(0, 5).join(",") })).data).toEqual([]);
    expect(await status(ada, "rows", { ids: "x" })).toBe(400);
    expect(await status(ada, "rows", { ids: Array.from({ length: 201 }, () => ids[0]).join(",") })).toBe(400);
    const everyPage = await read<Page>(eve, "pages", { limit: 500 });
    expect(everyPage.data.map(({ fileName }) => fileName)).toEqual(["secret.wav"]);
  });
});

describe("folders", () => {
  const level = (person: Person, query: Record<string, string | number> = {}) =>
    read<{ data: LibraryFolder[]; nextCursor: string | null }>(person, "folders", query);

  it("are read level by level, with the samples below each", async () => {
    const owner = await backend.person("Otto");
    const paths = [
      "",
      "Drums",
      "Drums/Kicks",
      "Drums/Kicks/Hard",
      "Drums/Kicks 2",
      "drums/snares",
      "Drums 2",
      "🔥Übung/a",
    ];
    await writeSamples(
      sql,
      owner.userId,
      paths.map((folderPath) => ({ fileName: "a.wav", folderPath })),
    );
    await drainAll();
    expect((await level(owner)).data).toEqual([
      { name: "Drums", path: "drums", count: 5, hasFolders: true },
      { name: "Drums 2", path: "drums 2", count: 1, hasFolders: false },
      { name: "🔥Übung", path: "🔥übung", count: 1, hasFolders: true },
    ]);
    const inDrums = [
      { name: "Kicks", path: "drums/kicks", count: 2, hasFolders: true },
      { name: "Kicks 2", path: "drums/kicks 2", count: 1, hasFolders: false },
      { name: "snares", path: "drums/snares", count: 1, hasFolders: false },
    ];
    expect(await level(owner, { parent: "drums" })).toEqual({ data: inDrums, nextCursor: null });
    expect((await level(owner, { parent: "/Drums/" })).data).toEqual(inDrums);
    expect((await level(owner, { parent: "🔥Übung" })).data).toMatchObject([{ name: "a", path: "🔥übung/a" }]);
    expect((await level(owner, { parent: "drum" })).data).toEqual([]);

    const paged: LibraryFolder[] = [];
    let cursor: string | null = null;
    do {
      const page = await level(owner, { parent: "drums", limit: 1, ...(cursor === null ? {} : { cursor }) });
      paged.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(inDrums);
    const { nextCursor } = await level(owner, { parent: "drums", limit: 1 });
    for (const [parent, text] of [
      ["drums/kicks", String(nextCursor)],
      ["drums", "?"],
      ["", String(nextCursor)],
    ] as const)
      expect(await status(owner, "folders", { parent, cursor: text })).toBe(400);
  });

  it("are nobody else's, and go with their last sample", async () => {
    const owner = await backend.person("Otto");
    const [id = ""] = await writeSamples(sql, owner.userId, [{ fileName: "a.wav", folderPath: "Gone" }]);
    await drainAll();
    expect((await level(owner)).data).toMatchObject([{ name: "Gone", count: 1 }]);
    await deleteSamples(owner.ctx, { ids: [id] });
    await drainAll();
    expect((await level(owner)).data).toEqual([]);
    expect((await level(eve)).data.map(({ name }) => name)).toEqual(["Secrets"]);
  });

  it("get their written names where documents were made by an older rule", async () => {
    const owner = await backend.person("Otto");
    await writeSamples(sql, owner.userId, [{ fileName: "a.wav", folderPath: "Field Recordings" }]);
    await drainAll();
    await sql`update search_terms set written = null where owner_id = ${owner.userId}`;
    expect((await level(owner)).data).toMatchObject([{ name: "field recordings" }]);
    await sql`insert into search_queue (sample_id) select id from samples where owner_id = ${owner.userId}`;
    await drainAll();
    expect((await level(owner)).data).toMatchObject([{ name: "Field Recordings", count: 1 }]);
  });
});

describe("rights", () => {
  const said = async (person: Person, id: string) => {
    const { licence, aiTraining } = (await backend.row(person, id)) ?? {};
    return { licence, aiTraining };
  };

  it("are said of many samples, each with what became of it", async () => {
    const owner = await backend.person("Olga");
    const [a = "", b = "", gone = ""] = await writeSamples(sql, owner.userId, [
      { fileName: "a.wav" },
      { fileName: "b.wav" },
      { fileName: "gone.wav" },
    ]);
    await deleteSamples(owner.ctx, { ids: [gone] });
    const set = async (json: object) =>
      backend.data<{ results: object[] }>(call(owner, "/api/v1/rights", { method: "PATCH", json }));
    expect(await set({ ids: [a, b, gone, ids[0], a], licence: "cc-by" })).toEqual({
      results: [
        { id: a, result: "changed" },
        { id: b, result: "changed" },
        { id: gone, result: "not_found" },
        { id: ids[0], result: "not_found" },
      ],
    });
    expect(await set({ ids: [a, b], licence: "cc-by" })).toMatchObject({
      results: [{ result: "unchanged" }, { result: "unchanged" }],
    });
    await set({ ids: [a], aiTraining: "not_allowed" });
    expect(await said(owner, a)).toEqual({ licence: "cc-by", aiTraining: "not_allowed" });
    await set({ ids: [a], licence: null });
    expect(await said(owner, a)).toEqual({ licence: null, aiTraining: "not_allowed" });
    expect(await said(ada, ids[0] ?? "")).toEqual({ licence: null, aiTraining: null });
    const told = await sql`
      select 1 from live_events where payload ->> 'sampleId' = ${a} and payload ->> 'change' = 'values'`;
    expect(told).toHaveLength(3);

    await drainAll();
    const found = async (query: string) =>
      (await read<Page>(owner, "pages", { query })).data.map(({ fileName }) => fileName);
    expect(await found("licence:cc-by")).toEqual(["b.wav"]);
    expect(await found("license:CC-BY")).toEqual(["b.wav"]);
    expect(await found("ai:not_allowed")).toEqual(["a.wav"]);
    expect(await found("-ai:not-allowed")).toEqual(["b.wav"]);

    const exported = [];
    for await (const sample of readSamples(owner.userId)) exported.push(sample);
    expect(exported).toMatchObject([{ aiTraining: "not_allowed" }, { licence: "cc-by" }]);
  });

  it("of one sample are its owner's to say", async () => {
    const path = `/api/v1/samples/${ids[1]}/rights`;
    const patch = async (person: Person, json: object) => (await call(person, path, { method: "PATCH", json })).status;
    expect(await patch(eve, { licence: "cc0" })).toBe(404);
    expect(await patch(ada, { licence: "cc0" })).toBe(204);
    expect(await said(ada, ids[1] ?? "")).toEqual({ licence: "cc0", aiTraining: null });
    for (const json of [{}, { licence: "mine" }, { licence: "cc0", other: 1 }])
      expect(await patch(ada, json)).toBe(400);
    const both = await Promise.all(
      [null, "cc-by-nc" as const].map((licence) => setRights(ada.ctx, { ids: [ids[1] ?? ""], licence })),
    );
    expect(both.every(({ ok }) => ok)).toBe(true);
  });
});

describe("saved views", () => {
  const path = "/api/v1/library/views";
  const save = (person: Person, name: string, query = "q=kick") =>
    call(person, path, { method: "POST", json: { name, address: query } });
  const views = (person: Person) => backend.data<{ id: string; name: string; address: string }[]>(call(person, path));
  const names = async (person: Person) => (await views(person)).map(({ name }) => name);
  const idOf = async (person: Person, wantedName: string) =>
    (await views(person)).find(({ name }) => name === wantedName)?.id;
  const change = async (person: Person, id: string | undefined, json: object) =>
    (await call(person, `${path}/${id}`, { method: "PATCH", json })).status;

  it("are saved, renamed, moved, changed and deleted", async () => {
    const owner = await backend.person("Olga");
    for (const name of ["Kicks", "Loops", "Pads"]) expect((await save(owner, name)).status).toBe(201);
    expect((await save(owner, " KICKS ")).status).toBe(409);
    expect(await names(owner)).toEqual(["Kicks", "Loops", "Pads"]);
    const pads = await idOf(owner, "Pads");
    expect(await change(owner, pads, { position: 0 })).toBe(204);
    expect(await names(owner)).toEqual(["Pads", "Kicks", "Loops"]);
    expect(await change(owner, pads, { position: 99 })).toBe(204);
    expect(await change(owner, pads, { name: "loops" })).toBe(409);
    expect(await change(owner, pads, { name: "PADS", address: "?sort=-bpm&q=a b&x" })).toBe(204);
    expect((await views(owner)).at(-1)).toMatchObject({ name: "PADS", address: "sort=-bpm&q=a+b&x=" });
    expect(await change(owner, pads, {})).toBe(400);
    const remove = async () =>
      (await call(owner, `${path}/${await idOf(owner, "Kicks")}`, { method: "DELETE" })).status;
    expect(await remove()).toBe(204);
    expect(await names(owner)).toEqual(["Loops", "PADS"]);
    expect(await readSavedViews(owner.userId)).toMatchObject([{ name: "Loops", address: "q=kick" }, { name: "PADS" }]);
    const places = await sql`select position from saved_views where owner_id = ${owner.userId} order by position`;
    expect(places.map(({ position }) => position)).toEqual([0, 1]);
  });

  it("are one of a name where two tabs save it at once, and a hundred at most", async () => {
    const owner = await backend.person("Olga");
    const both = await Promise.all([save(owner, "twice"), save(owner, "Twice")]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    await sql`
      insert into saved_views (id, owner_id, name, address, position)
      select gen_random_uuid(), ${owner.userId}, 'view ' || n, '', n from generate_series(1, 98) n`;
    const last = await Promise.all([save(owner, "one"), save(owner, "too many")]);
    expect(last.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(await views(owner)).toHaveLength(100);
  });

  it("are nobody else's", async () => {
    expect((await save(ada, "mine")).status).toBe(201);
    const id = await idOf(ada, "mine");
    expect(await views(eve)).toEqual([]);
    expect(await change(eve, id, { name: "hers" })).toBe(404);
    expect((await call(eve, `${path}/${id}`, { method: "DELETE" })).status).toBe(404);
    expect(await names(ada)).toEqual(["mine"]);
  });
});
