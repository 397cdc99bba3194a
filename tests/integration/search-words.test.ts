import { beforeAll, describe, expect, it } from "vitest";
import type { ListPosition } from "@/lib/search/words/pages/cursor";
import type { PageQuestion } from "@/lib/search/words/pages/lookups";
import { EVERYTHING, walkedQuestion } from "@/lib/search/words/pages/plan";
import { LIST_ORDERS, type ListSort, type WordsOptions } from "@/lib/search/words/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { drainQueue, indexSamples, queueOutdated, queueUnmatched, forgetDeletions } = await import(
  "@/lib/search-documents/jobs"
);
const { searchWords, listPage, suggest, emptyingFilters } = await import("@/lib/search/words/data");
const { askedOf } = await import("@/lib/search/words/asked");
const { collectPage, countMatches, walkParts } = await import("@/lib/search/words/pages/lookups");
const { parseQuery } = await import("@/lib/search-query/parse");

const names = new Map<string, string>();
async function add(person: Person, wanted: Parameters<typeof writeSamples>[2]): Promise<string[]> {
  const ids = await writeSamples(sql, person.userId, wanted);
  for (const [at, id] of ids.entries()) names.set(id, wanted[at]?.fileName ?? "");
  return ids;
}
const search = (person: Person, text: string, options: Partial<WordsOptions> = {}) =>
  searchWords(person.ctx.actor, parseQuery(text), { limit: 50, ...options });
async function found(person: Person, text: string, options?: Partial<WordsOptions>): Promise<string[]> {
  return (await search(person, text, options)).hits.map(({ sampleId }) => names.get(sampleId) ?? sampleId);
}
const page = (person: Person, text: string, sort: ListSort, limit = 50, cursor?: string) =>
  listPage(person.ctx.actor, { query: parseQuery(text), sort, limit, cursor });
async function listed(person: Person, text: string, sort: ListSort = "-addedAt"): Promise<string[]> {
  const all: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const answer = await page(person, text, sort, 3, cursor);
    all.push(...(answer?.sampleIds ?? []).map((id) => names.get(id) ?? id));
    if (!answer?.nextCursor) return all;
    cursor = answer.nextCursor;
  }
}
async function drainAll(): Promise<void> {
  while ((await drainQueue()).isMore);
}

/** Characters of three bytes that repeat nothing, so that they cannot be compressed. */
function unlikeAny(count: number): string {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return Array.from({ length: count }, () => String.fromCharCode(0x4e00 + (next() % 20_000))).join("");
}

/** What the counts must be, counted from the documents themselves. */
const recounted = (ownerId: string) => sql`
  select terms.kind, term, count(*)::int as count from search_documents d, lateral (
    select 'word' as kind, unnest(tsvector_to_array(d.document)) as term
    union all select split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1) from unnest(d.facets) facet
    union all select 'step', unnest(d.steps)::text
    union all select 'all', ''
  ) terms where owner_id = ${ownerId} and not is_deleted group by terms.kind, term order by terms.kind collate "C", term collate "C"`;
const counted = (ownerId: string) =>
  sql`select kind, term, count from search_terms where owner_id = ${ownerId} order by kind, term`;
async function expectTrueCounts(...people: Person[]): Promise<void> {
  for (const { userId } of people) expect([...(await counted(userId))]).toEqual([...(await recounted(userId))]);
}

describe("words", () => {
  let ada: Person;
  let eve: Person;
  beforeAll(async () => {
    [ada, eve] = [await backend.person(), await backend.person("Eve")];
    await add(ada, [
      { fileName: "KICK_808-Hard02.wav", folderPath: "Drums/Kicks", kind: "one-shot", tags: ["one-shot", "kick"] },
      { fileName: "NightDrive_Fmin_140bpm.wav", kind: "loop", bpm: 140, key: [5, "minor"], tags: ["loop"] },
      { fileName: "Überläufer Straße.wav", kind: "track", bpm: 70.2, key: [9, "minor"] },
      { fileName: "hi-hat closed.wav", kind: "one-shot", tags: ["hi-hat"] },
      { fileName: "🔥 riser.wav" },
      { fileName: "Pad 3.wav", folderPath: "Übung", seconds: 12, lufs: -30 },
    ]);
    await add(eve, [{ fileName: "KICK of Eve.wav" }, { fileName: "secret.wav" }]);
    await drainAll();
  });

  it.each([
    ["kick", ["KICK_808-Hard02.wav"]],
    ["kicks", ["KICK_808-Hard02.wav"]],
    ["hard 2", ["KICK_808-Hard02.wav"]],
    ["hard02", ["KICK_808-Hard02.wav"]],
    ["hard 02 kick 808", ["KICK_808-Hard02.wav"]],
    ["drive", ["NightDrive_Fmin_140bpm.wav"]],
    ["nightdr", ["NightDrive_Fmin_140bpm.wav"]],
    ['"night drive"', ["NightDrive_Fmin_140bpm.wav"]],
    ['"drive night"', []],
    ["Fmin", ["NightDrive_Fmin_140bpm.wav"]],
    ["f minor", ["NightDrive_Fmin_140bpm.wav"]],
    ["140", ["NightDrive_Fmin_140bpm.wav"]],
    ["140bpm", ["NightDrive_Fmin_140bpm.wav"]],
    ["uberlaufer", ["Überläufer Straße.wav"]],
    ["ueberlaeufer", ["Überläufer Straße.wav"]],
    ["ÜBERLÄUFER strasse", ["Überläufer Straße.wav"]],
    ["hihat", ["hi-hat closed.wav"]],
    ["hi hat", ["hi-hat closed.wav"]],
    ["🔥", ["🔥 riser.wav"]],
    ["ubung", ["Pad 3.wav"]],
    ["kick -hard", []],
    ["riser or pad", ["Pad 3.wav", "🔥 riser.wav"]],
    ["secret", []],
    ["drive type:loop", ["NightDrive_Fmin_140bpm.wav"]],
    ["drive type:track", []],
  ])("%s", async (text, wanted) => {
    expect(await found(ada, text)).toEqual(wanted);
  });

  it("say where they were found", async () => {
    const [hit] = (await search(ada, "kick drums")).hits;
    expect(hit?.matched).toEqual([
      { word: "kick", fields: ["title", "tags", "description"] },
      { word: "drums", fields: ["description"] },
    ]);
  });

  it("that are misspelled find what was meant, and it is said", async () => {
    expect(await search(ada, "kcik")).toMatchObject({ corrected: "kick", hits: [{ score: expect.any(Number) }] });
    expect(await search(ada, "overlaufer closd")).toMatchObject({ corrected: null, hits: [] });
    expect((await search(ada, "nihgt drive")).corrected).toBe("night drive");
    expect((await search(ada, "kick")).corrected).toBeNull();
  });

  it.each([
    ["bpm:140", ["Überläufer Straße.wav", "NightDrive_Fmin_140bpm.wav"]],
    ["bpm:=140", ["NightDrive_Fmin_140bpm.wav"]],
    ["key:Am", ["Überläufer Straße.wav"]],
    ["~key:8A", ["Überläufer Straße.wav"]],
    ["tag:hi-hat", ["hi-hat closed.wav"]],
    ["in:drums", ["KICK_808-Hard02.wav"]],
    ["in:DRUMS/kicks", ["KICK_808-Hard02.wav"]],
    ["in:übung", ["Pad 3.wav"]],
    ["len:>10", ["Pad 3.wav"]],
    ["lufs:<-20", ["Pad 3.wav"]],
    ["type:one-shot -tag:kick", ["hi-hat closed.wav"]],
    ["-type:one-shot -type:loop -type:track", ["Pad 3.wav", "🔥 riser.wav"]],
    ["in:drums kick", ["KICK_808-Hard02.wav"]],
    ["is:favourite", []],
  ])("the filter %s", async (text, wanted) => {
    expect(await listed(ada, text)).toEqual(wanted);
  });

  it("whatever is typed, there is an answer", async () => {
    const raw = [
      ...["'", "\\", "!!!", "a & | ! ( b", "<-> kick:*", '"', "\0", "kick\0", "\ud800", "%", "_", ":*A", "-", "or or"],
      ...["kick ".repeat(2000), "x".repeat(10_000), "'; drop table samples; --", "((((", "$1", "🥁".repeat(500)],
    ];
    for (const text of raw) {
      const query = { text, filters: [], problems: [] };
      await expect(searchWords(ada.ctx.actor, query, { limit: 5 })).resolves.toBeTruthy();
      await expect(listPage(ada.ctx.actor, { query, sort: "name", limit: 5 })).resolves.toBeTruthy();
      await expect(emptyingFilters(ada.ctx.actor, query)).resolves.toBeTruthy();
      for (const kind of ["title", "tag", "in"] as const)
        await expect(suggest(ada.ctx.actor, { kind, prefix: text, limit: 5 })).resolves.toBeTruthy();
    }
    const filter = {
      kind: "facet",
      facet: "tag",
      anyOf: ["\0'"],
      isNegated: false,
      text: "",
      span: { start: 0, end: 0 },
    };
    const query = { text: "", filters: [filter as never], problems: [] };
    expect((await listPage(ada.ctx.actor, { query, sort: "name", limit: 5 }))?.sampleIds).toEqual([]);
  });

  it("which filter leaves nothing over is told", async () => {
    const emptying = (text: string) => emptyingFilters(ada.ctx.actor, parseQuery(text));
    expect(await emptying("kick type:loop")).toEqual([
      { kind: "filter", text: "type:loop", without: 1 },
      { kind: "word", text: "kick", without: 1 },
    ]);
    expect(await emptying("kick in:drums bpm:=99")).toEqual([{ kind: "filter", text: "bpm:=99", without: 1 }]);
    expect(await emptying("tag:nothing mood:nowhere kick")).toMatchObject([
      { text: "tag:nothing", without: 0 },
      { text: "mood:nowhere", without: 0 },
    ]);
  });

  it("completions have counts, and are the person's own", async () => {
    const values = async (kind: Parameters<typeof suggest>[1]["kind"], prefix: string, person = ada) =>
      (await suggest(person.ctx.actor, { kind, prefix, limit: 5 })).map(({ value, count }) => `${value} ${count}`);
    expect(await values("type", "")).toEqual(["one-shot 2", "loop 1", "track 1"]);
    expect(await values("tag", "ki")).toEqual(["kick 1"]);
    expect(await values("tag", "hat")).toEqual(["hi-hat 1"]);
    expect(await values("key", "8")).toEqual(["8A 1"]);
    expect(await values("in", "dr")).toEqual(["drums 1", "drums/kicks 1"]);
    expect(await values("in", "kicks")).toEqual(["drums/kicks 1"]);
    expect(await values("title", "uberl")).toEqual(["Überläufer Straße 1"]);
    expect(await values("title", "kick", eve)).toEqual(["KICK of Eve 1"]);
  });

  it("counts of terms are true", () => expectTrueCounts(ada, eve));
});

describe("a list", () => {
  it("has every sample once, in each order, those without a value last", async () => {
    const person = await backend.person();
    await add(person, [
      { fileName: "b.wav", bpm: 120, key: [0, "major"], seconds: 3 },
      { fileName: "a.wav", bpm: null, seconds: 1 },
      { fileName: "Ä2.wav", bpm: 90, key: [0, "minor"], seconds: 2 },
      { fileName: "c.wav", bpm: 120, key: [11, "major"], seconds: 2 },
      { fileName: "d.wav", bpm: null, seconds: 9 },
      { fileName: "e.wav", bpm: 99.5, seconds: 9 },
      { fileName: "f.wav", bpm: null, key: [4, "minor"], seconds: 9 },
    ]);
    await drainAll();
    const order = async (sort: ListSort, text = "") =>
      (await listed(person, text, sort)).map((name) => name[0]).join("");
    expect(await order("addedAt")).toBe("baÄcdef");
    expect(await order("-addedAt")).toBe("fedcÄab");
    expect(await order("name")).toBe("aÄbcdef");
    expect(await order("-name")).toBe("fedcbÄa");
    expect(await order("bpm")).toBe("Äebcadf");
    expect(await order("-bpm")).toBe("cbeÄfda");
    expect(await order("key")).toBe("bÄfcade");
    expect(await order("-key")).toBe("cfÄbeda");
    expect(await order("seconds")).toBe("aÄcbdef");
    expect(await order("year")).toBe("baÄcdef");
    expect(await order("bpm", "len:>2.5")).toBe("ebdf");
    expect(await order("-bpm", "-key:8B")).toBe("ceÄfda");
  });

  it("is the same whether it is walked or collected, for every order, type and filter, page by page", async () => {
    const person = await backend.person();
    const kinds = ["one-shot", "loop", "track", null] as const;
    await add(
      person,
      Array.from({ length: 24 }, (_, at) => ({
        fileName: `${"abc"[at % 3]} ${at % 5}.wav`,
        kind: kinds[at % 4] ?? null,
        bpm: at % 3 === 0 ? null : 100 + (at % 7),
        key: at % 5 === 0 ? null : ([at % 4, at % 2 ? "minor" : "major"] as [number, "minor" | "major"]),
        seconds: 1 + (at % 6),
        lufs: at % 8 === 0 ? null : -10 - (at % 3),
        tags: at % 2 ? ["odd"] : [],
      })),
    );
    await drainAll();
    const ownerId = person.ctx.actor.id;
    const texts = [
      "",
      "type:loop",
      "-type:loop",
      "type:loop type:track",
      "type:track,one-shot tag:odd",
      "bpm:=102",
      "a",
    ];
    for (const text of [
      ...texts,
      "-tag:odd type:one-shot",
      "len:>3 -bpm:=102 tag:odd",
      "bpm:101-104 len:<4 lufs:>-12",
    ]) {
      const asked = askedOf(parseQuery(text), new Set(["genre-mood-tags", "instrument-tags"] as const), false);
      for (const sort of LIST_ORDERS.flatMap((order): ListSort[] => [order, `-${order}`])) {
        const way = async (find: (question: PageQuestion) => Promise<ListPosition[]>) => {
          const all: string[] = [];
          for (let after: ListPosition | null = null; ; ) {
            const rows = await find({ ...walkedQuestion(asked, sort), sort, after, limit: 7 });
            all.push(...rows.map(({ id }) => id));
            if (rows.length < 7) return all;
            after = rows.at(-1) ?? null;
          }
        };
        const conditions = (question: PageQuestion) =>
          [...question.rest.filters, ...question.ranges].map((of) => ({ of, most: 1, share: 1 }));
        const collected = await way((question) => collectPage(ownerId, question, []));
        expect(await way((question) => collectPage(ownerId, question, conditions(question)))).toEqual(collected);
        const walked = await way((question) => walkParts(ownerId, question, EVERYTHING));
        expect(walked, `${text} by ${sort}`).toEqual(collected);
        expect(new Set(walked).size).toBe(walked.length);
        expect(walked).toHaveLength(await countMatches(ownerId, asked, 100));
      }
    }
  });

  it("takes only its own cursors", async () => {
    const [person, other] = [await backend.person(), await backend.person()];
    for (const one of [person, other]) await add(one, [{ fileName: "1.wav" }, { fileName: "2.wav" }]);
    await drainAll();
    const cursor = (await page(person, "", "name", 1))?.nextCursor ?? "";
    expect((await page(person, "", "name", 1, cursor))?.sampleIds).toHaveLength(1);
    expect(await page(person, "", "-name", 1, cursor)).toBeNull();
    expect(await page(other, "", "name", 1, cursor)).toBeNull();
    expect(await page(person, "", "name", 1, `${cursor}x`)).toBeNull();
    expect(await page(person, "", "name", 1, "")).toBeNull();
  });
});

it("14 of 28 files are tagged kick, whatever their names say", async () => {
  const person = await backend.person();
  const files = Array.from({ length: 28 }, (_, at) => ({
    fileName: `Recording ${at + 1}.wav`,
    tags: at % 2 ? [] : ["kick"],
  }));
  await add(person, files);
  await drainAll();
  expect((await found(person, "kick")).toSorted()).toEqual(
    files
      .filter(({ tags }) => tags.length > 0)
      .map(({ fileName }) => fileName)
      .toSorted(),
  );
  expect(await listed(person, "tag:kick")).toHaveLength(14);
});

describe("a change", () => {
  it("is found at once after a verb has asked for it, even while much waits", async () => {
    const person = await backend.person();
    const [first = "", second = ""] = await add(person, [
      { fileName: "old name.wav", bpm: 100 },
      { fileName: "x.wav" },
    ]);
    await sql`insert into search_queue (sample_id) select gen_random_uuid() from generate_series(1, 5000)`;
    await indexSamples([first]);
    expect(await found(person, "old")).toEqual(["old name.wav"]);
    expect(await found(person, "x.wav")).toEqual([]);
    await sql`update samples set file_name = 'new name.wav' where id = ${first}`;
    await sql`insert into sample_tags (sample_id, owner_id, tag, verdict) values (${first}, ${person.userId}, 'my tag', 'given')`;
    await sql`insert into sample_corrections (sample_id, bpm, bpm_at) values (${first}, 50, now())`;
    await sql`insert into file_tags (sample_id, sha256, reader_version, title, artist, year)
      values (${first}, repeat('0', 64), 1, 'Title', 'Söng Writer', 1999)`;
    await indexSamples([first, second]);
    for (const text of ["new", "my tag", "song writer", "title"])
      expect(await found(person, text), text).toEqual(["old name.wav"]);
    expect(await found(person, "old")).toEqual([]);
    for (const text of ["bpm:=50", 'tag:"my tag"', "is:corrected"])
      expect(await listed(person, text), text).toEqual(["old name.wav"]);
    expect(await listed(person, "", "year")).toEqual(["old name.wav", "x.wav"]);
    await drainAll();
    await expectTrueCounts(person);
  });

  it("to the trash hides a sample, and a restored one is found again", async () => {
    const person = await backend.person();
    const [id = ""] = await add(person, [{ fileName: "lost.wav", tags: ["kick"] }]);
    await drainAll();
    await sql`update samples set deleted_at = now() where id = ${id}`;
    await drainAll();
    expect(await found(person, "lost")).toEqual([]);
    expect(await listed(person, "-tag:snare")).toEqual([]);
    expect(await suggest(person.ctx.actor, { kind: "tag", prefix: "", limit: 5 })).toEqual([]);
    const [grave] = await sql`select is_deleted, document::text, facets from search_documents where sample_id = ${id}`;
    expect(grave).toEqual({ is_deleted: true, document: "", facets: [] });
    await sql`update samples set deleted_at = null where id = ${id}`;
    await drainAll();
    expect(await found(person, "lost")).toEqual(["lost.wav"]);
  });

  it("that changes nothing of a document gives it no new revision", async () => {
    const person = await backend.person();
    const [id = ""] = await add(person, [{ fileName: "same.wav" }]);
    await drainAll();
    const revision = async () =>
      (await sql`select revision from search_documents where sample_id = ${id}`)[0]?.revision;
    const before = await revision();
    await sql`update samples set status = 'processing' where id = ${id}`;
    await drainAll();
    expect(await revision()).toBe(before);
    await sql`update samples set favourited_at = now() where id = ${id}`;
    await drainAll();
    expect(Number(await revision())).toBeGreaterThan(Number(before));
  });

  it("of the account takes documents, vectors and counts with it", async () => {
    const person = await backend.person();
    const part = (n: number) => [1, ...Array(n - 1).fill(0)];
    const embedding = { timbre: part(40), rhythm: part(32), harmony: part(24) };
    await add(person, [{ fileName: "mine.wav", record: { embedding } }]);
    await drainAll();
    const rows = async () =>
      (
        await sql`
      select (select count(*)::int from search_terms where owner_id = ${person.userId}) as terms,
        (select count(*)::int from search_vectors where owner_id = ${person.userId}) as vectors,
        (select count(*)::int from search_documents where owner_id = ${person.userId} and not is_deleted) as documents`
      )[0];
    expect(await rows()).toMatchObject({ vectors: 1, documents: 1 });
    await sql`delete from users where id = ${person.userId}`;
    await drainAll();
    expect(await rows()).toEqual({ terms: 0, vectors: 0, documents: 0 });
  });
});

describe("the indexer", () => {
  it("of a running process makes a sample findable by itself", async () => {
    const person = await backend.person();
    const { startIndexer } = await import("@/lib/search-documents/indexer");
    const stop = startIndexer();
    await add(person, [{ fileName: "by itself.wav" }]);
    await until(async () => (await found(person, "itself")).length === 1, "the indexer");
    stop();
  });

  it("that is killed in the middle of a batch has done nothing, and the next does all of it", async () => {
    const person = await backend.person();
    await add(person, [{ fileName: "survivor.wav" }]);
    const { inTransaction } = await import("@/lib/work/unit-of-work");
    const { asSystem } = await import("@/lib/audit/sources");
    const killed = inTransaction(asSystem(), async () => {
      expect((await drainQueue()).changes).toBeGreaterThan(0);
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await found(person, "survivor")).toEqual([]);
    await drainAll();
    expect(await found(person, "survivor")).toEqual(["survivor.wav"]);
    await expectTrueCounts(person);
  });

  it("runs once at a time, and several at once count nothing twice", async () => {
    const person = await backend.person();
    await add(
      person,
      Array.from({ length: 30 }, (_, at) => ({ fileName: `kick ${at}.wav`, tags: ["kick"] })),
    );
    await Promise.all([drainQueue(), drainQueue(), drainQueue(), drainQueue()]);
    await drainAll();
    expect(await found(person, "kick")).toHaveLength(30);
    await expectTrueCounts(person);
    const revisions =
      await sql`select count(*)::int as all, count(distinct revision)::int as different from search_documents`;
    expect(revisions[0]?.all).toBe(revisions[0]?.different);
  });

  it("finds what has lost its document, and makes those of an older rule anew", async () => {
    const person = await backend.person();
    const [gone = "", old = ""] = await add(person, [{ fileName: "gone.wav" }, { fileName: "older.wav" }]);
    await drainAll();
    await sql`delete from search_documents where sample_id = ${gone}`;
    await sql`update search_documents set version = 0, document = '' where sample_id = ${old}`;
    expect(await queueUnmatched(100)).toBe(1);
    expect(await queueOutdated(100)).toBe(1);
    await drainAll();
    expect(await found(person, "gone or older")).toEqual(["older.wav", "gone.wav"]);
  });

  it("makes nothing anew for what is deleted, whatever rule that was made by", async () => {
    const person = await backend.person();
    const [id = ""] = await add(person, [{ fileName: "old and gone.wav" }]);
    await drainAll();
    await sql`delete from samples where id = ${id}`;
    await drainAll();
    await sql`update search_documents set version = 0 where sample_id = ${id}`;
    expect(await queueOutdated(100)).toBe(0);
  });

  it("passes over a sample of which no document can be made", async () => {
    const person = await backend.person();
    await add(person, [{ fileName: "first.wav" }, { fileName: "broken.wav", record: { genres: 5 } }]);
    await add(person, [{ fileName: "last.wav" }]);
    await drainAll();
    expect(await listed(person, "")).toEqual(["last.wav", "first.wav"]);
    await expectTrueCounts(person);
  });

  it.each([
    ["a word that is twenty times as long without its ligatures", { fileName: `${"\ufdfa".repeat(64)} end.wav` }],
    ["a folder that is too long for an index", { fileName: "end.wav", folderPath: `Drums/${unlikeAny(1200)}` }],
    [
      "folders within folders",
      { fileName: "end.wav", folderPath: `Drums/${unlikeAny(1200).replace(/.{60}/gu, "$&/")}` },
    ],
    ["a tag that is too long for an index", { fileName: "end.wav", tags: [unlikeAny(1200)] }],
  ])("holds %s", async (_, wanted) => {
    const person = await backend.person();
    await add(person, [wanted]);
    await drainAll();
    expect(await found(person, "end")).toEqual([wanted.fileName]);
    expect(await found(person, `-${"\ufdfa".repeat(64)} -x1 en`)).toHaveLength(
      "folderPath" in wanted || "tags" in wanted ? 1 : 0,
    );
    if ("folderPath" in wanted) expect(await listed(person, "in:drums")).toEqual([wanted.fileName]);
  });

  it("forgets deletions, and says up to which", async () => {
    const person = await backend.person();
    const [id = ""] = await add(person, [{ fileName: "short.wav" }]);
    await drainAll();
    await sql`delete from samples where id = ${id}`;
    await drainAll();
    const [grave] = await sql`select revision from search_documents where sample_id = ${id}`;
    expect(await forgetDeletions(1_000_000)).toBe(0);
    expect(await forgetDeletions(0)).toBeGreaterThan(0);
    expect(await sql`select from search_documents where sample_id = ${id}`).toHaveLength(0);
    const [floor] = await sql`select value from system_settings where name = 'search revisions floor'`;
    expect(Number(floor?.value)).toBeGreaterThanOrEqual(Number(grave?.revision));
  });
});

it("what is switched off for a person is not found by it, unless they wrote it themselves", async () => {
  const person = await backend.person();
  const record = { instruments: [{ label: "kick", confidence: 0.9 }], genres: [{ label: "techno", confidence: 0.9 }] };
  const [, , own = ""] = await add(person, [
    { fileName: "heard.wav", tags: ["kick", "techno"], record },
    { fileName: "kick by name.wav" },
    { fileName: "own.wav" },
  ]);
  await sql`insert into sample_tags (sample_id, owner_id, tag, verdict) values (${own}, ${person.userId}, 'kick', 'given')`;
  await drainAll();
  expect(await listed(person, "instrument:kick")).toEqual(["heard.wav"]);
  expect(await found(person, "kick")).toHaveLength(3);
  const { forgetFlags } = await import("@/lib/flags/data");
  for (const flag of ["genre-mood-tags", "instrument-tags"])
    await sql`insert into feature_flag_overrides (flag, user_id, enabled) values (${flag}, ${person.userId}, false)`;
  forgetFlags();
  expect((await found(person, "kick")).toSorted()).toEqual(["kick by name.wav", "own.wav"]);
  expect((await found(person, "kic")).toSorted()).toEqual(["kick by name.wav", "own.wav"]);
  expect(await found(person, "techno")).toEqual([]);
  expect(await listed(person, "tag:kick")).toEqual(["own.wav"]);
  expect(await listed(person, "instrument:kick")).toEqual([]);
  expect(await listed(person, "genre:techno")).toEqual([]);
  expect(await suggest(person.ctx.actor, { kind: "instrument", prefix: "", limit: 9 })).toEqual([]);
  expect(await suggest(person.ctx.actor, { kind: "tag", prefix: "", limit: 9 })).toEqual([{ value: "kick", count: 1 }]);
});
