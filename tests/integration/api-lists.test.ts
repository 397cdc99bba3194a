import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { SampleRow } from "@/lib/samples/schema";
import type { UploadState } from "@/lib/uploads/schema";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { listSamplePage } = await import("@/lib/samples/data");

const listSamples = async (person: Person) =>
  (await listSamplePage(person.ctx.actor, { limit: 100, after: null })).rows;

interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}

const read = async <Row>(person: Person, path: string) => (await (await call(person, path)).json()) as Page<Row>;

/** Every page of a list, one after another. */
async function readAll<Row>(person: Person, path: string): Promise<Row[][]> {
  const pages: Row[][] = [];
  let cursor: string | null = null;
  do {
    const next: Page<Row> = await read(person, cursor === null ? path : `${path}&cursor=${cursor}`);
    pages.push(next.data);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return pages;
}

/** Samples a few microseconds apart, some at the very same time. */
async function addSamples(person: Person, count: number, at = "2026-01-02 03:04:05.678"): Promise<void> {
  await sql`
    insert into samples (id, owner_id, file_name, size_bytes, sha256, declared_type, created_at)
    select gen_random_uuid(), ${person.userId}, n || '.wav', 1, repeat('0', 64), '',
      ${at}::timestamptz + (n / 2) * interval '1 microsecond'
    from generate_series(1, ${count}) as n`;
}

describe("the library in pages", () => {
  it("has every sample once, in the library's own order, the last page saying that it is the last", async () => {
    const person = await backend.person();
    await addSamples(person, 10);
    const pages = await readAll<SampleRow>(person, "/api/v1/samples?limit=3");
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 3, 1]);
    expect(pages.flat()).toEqual(await listSamples(person));
    expect(await readAll(person, "/api/v1/samples?limit=5")).toHaveLength(2);
  });

  it("skips and repeats nothing where samples come and go in between", async () => {
    const person = await backend.person();
    await addSamples(person, 6);
    const before = await listSamples(person);
    const first = await read<SampleRow>(person, "/api/v1/samples?limit=3");
    await addSamples(person, 4, "2026-02-02 03:04:05");
    await sql`delete from samples where id = ${first.data[2]?.id ?? ""}`;
    const second = await read<SampleRow>(person, `/api/v1/samples?limit=3&cursor=${first.nextCursor}`);
    expect([...first.data, ...second.data]).toEqual(before);
  });

  it("is fifty rows where nothing is said, and two hundred at most", async () => {
    const person = await backend.person();
    await addSamples(person, 60);
    expect((await read(person, "/api/v1/samples")).data).toHaveLength(50);
    expect((await read(person, "/api/v1/samples?limit=200")).data).toHaveLength(60);
    for (const limit of ["0", "201", "-1", "1.5", "ten", ""]) {
      const answer = await call(person, `/api/v1/samples?limit=${limit}`);
      expect(answer.status, limit).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "invalid_input", errors: [{ parameter: "limit" }] });
    }
  });

  it("gives rows by id all at once, and nobody else's", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    await addSamples(ada, 3);
    const ids = (await listSamples(ada)).map(({ id }) => id);
    const found = await read<SampleRow>(ada, `/api/v1/samples?limit=1&ids=${[...ids, randomUUID()].join(",")}`);
    expect(found.data.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(found.nextCursor).toBeNull();
    expect(await read(eve, `/api/v1/samples?ids=${ids.join(",")}`)).toEqual({ data: [], nextCursor: null });
    const answer = await call(ada, "/api/v1/samples?ids=none");
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ parameter: "ids" }] });
  });
});

describe("a cursor", () => {
  it("that the list has not given is refused, and says what to do", async () => {
    const person = await backend.person();
    await addSamples(person, 2);
    await begin(person, 2);
    const { nextCursor: ofSamples } = await read(person, "/api/v1/samples?limit=1");
    const { nextCursor: ofUploads } = await read(person, "/api/v1/uploads?limit=1");
    expect(ofSamples && ofUploads).toBeTruthy();
    for (const path of ["x", "", `A${ofSamples}`, ofUploads].map((cursor) => `/api/v1/samples?cursor=${cursor}`)) {
      const answer = await call(person, path);
      expect(answer.status, path).toBe(400);
      const detail = expect.stringContaining("Leave it out");
      expect(await answer.json()).toMatchObject({ code: "invalid_cursor", detail });
    }
    expect((await call(person, `/api/v1/uploads?cursor=${ofSamples}`)).status).toBe(400);
  });

  it("of somebody else shows nothing of theirs", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    await addSamples(ada, 3);
    const { nextCursor } = await read(ada, "/api/v1/samples?limit=1");
    expect((await read(eve, `/api/v1/samples?cursor=${nextCursor}`)).data).toEqual([]);
  });
});

describe("unfinished uploads in pages", () => {
  it("come once each, the oldest first", async () => {
    const person = await backend.person();
    const begun = await begin(person, 5);
    await sql`update uploads set created_at = '2026-01-02 03:04:05.678901' where id = any(${begun.slice(1, 4)})`;
    const pages = await readAll<UploadState>(person, "/api/v1/uploads?limit=2");
    expect(pages.map((rows) => rows.length)).toEqual([2, 2, 1]);
    const listed = pages.flat().map(({ uploadId }) => uploadId);
    expect(listed.slice(0, 3)).toEqual(begun.slice(1, 4).sort());
    expect(listed.slice(3)).toEqual([begun[0], begun[4]]);
  });
});

async function begin(person: Person, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const json = { ...announced(tone(600)), sha256: index.toString().padStart(64, "0") };
    const answer = call(person, "/api/v1/uploads", { method: "POST", json });
    ids.push((await backend.data<{ uploadId: string }>(answer)).uploadId);
  }
  return ids;
}
