import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { published } from "@/tests/factories/publications";

const backend = await startBackend({ jobs: false });
const { callWithKey, data, sql } = backend;
const { indexSamples } = await import("@/lib/search-documents/jobs");
const { deleteSamples } = await import("@/lib/samples/mutations");

beforeAll(async () => {
  await backend.person("Admin");
});

const RIGHTS = { licence: "cc-by", aiTraining: "not_allowed", allowsDownload: false } as const;
interface Listed {
  data: { slug: string; title: string; state: string; address: string }[];
  problems?: string[];
  nextCursor: string | null;
}
type Secret = string;

/** A person with a key for publishing, as a program has it. */
async function publisher(scopes = ["gallery:publish", "search:text"] as const) {
  const person = await backend.person("Ada", { role: "enterprise" });
  return { person, key: (await backend.apiKey(person, { scopes: [...scopes] })).secret };
}
const ask = (key: Secret, method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
  callWithKey(key, `/api/v1${path}`, { method, headers, ...(json === undefined ? {} : { json }) });
const codeOf = async (answer: Promise<Response>) => {
  const given = await answer;
  const body = given.status === 204 ? {} : ((await given.json()) as { code?: string });
  return `${given.status} ${body.code ?? ""}`.trim();
};
const listed = async (key: Secret, path: string) => (await (await ask(key, "GET", path)).json()) as Listed;

/** An analysed sample of which there is no file. */
async function sample({ userId }: Person, bpm = 128): Promise<string> {
  const [id = ""] = await writeSamples(sql, userId, [
    { fileName: "secret.wav", bpm, key: [9, "minor"], kind: "loop", tags: ["dub"] },
  ]);
  await indexSamples([id]);
  return id;
}

describe("a program that publishes", () => {
  it("makes the public page, publishes, changes, finds, lists and withdraws", async () => {
    const { person, key } = await publisher();
    const sampleId = await sample(person);
    const wish = { sampleId, title: "Night kick", ...RIGHTS };
    expect(await codeOf(ask(key, "POST", "/publications", wish))).toBe("409 no_public_page");
    const handle = `ada-${randomUUID().slice(0, 6)}`;
    const page = await data(ask(key, "POST", "/artist", { handle, name: "Ada\u202e Night" }));
    expect(page).toMatchObject({ handle, name: "Ada Night", picture: null });

    const made = await data<{ id: string; slug: string; address: string }>(ask(key, "POST", "/publications", wish));
    expect(made.address).toBe(`${backend.origin}/gallery/${made.slug}`);
    expect(await codeOf(ask(key, "PATCH", `/publications/${made.id}`, { ...RIGHTS, title: "Late kick" }))).toBe("204");
    expect(await data(ask(key, "GET", `/gallery/${made.slug}`))).toMatchObject({
      ...{ title: "Late kick", bpm: 128, artist: { handle, name: "Ada Night" }, soundAddress: null },
      ...{ downloadAddress: null, licence: "cc-by" },
    });
    expect(await data(ask(key, "GET", `/artists/${handle}`))).toMatchObject({ handle, links: [] });
    const found = await listed(key, `/gallery?artist=${handle}&query=${encodeURIComponent("kick bpm:120-130")}`);
    expect(found).toMatchObject({ data: [{ slug: made.slug }], problems: [], nextCursor: null });
    expect((await listed(key, "/publications")).data).toMatchObject([{ slug: made.slug, state: "public" }]);

    expect(await codeOf(ask(key, "DELETE", `/publications/${made.id}`))).toBe("204");
    expect(await codeOf(ask(key, "GET", `/gallery/${made.slug}`))).toBe("410 gone");
    expect((await listed(key, "/publications")).data).toMatchObject([{ state: "withdrawn", title: "" }]);
    expect((await listed(key, `/gallery?artist=${handle}`)).data).toEqual([]);
  });

  it("publishes once when it asks twice with the same Idempotency-Key", async () => {
    const { person, key } = await publisher();
    await ask(key, "POST", "/artist", { handle: `a-${randomUUID().slice(0, 6)}`, name: "Ada" });
    const wish = { sampleId: await sample(person), title: "Once", ...RIGHTS };
    const headers = { "idempotency-key": randomUUID() };
    const [first, again] = [
      await ask(key, "POST", "/publications", wish, headers),
      await ask(key, "POST", "/publications", wish, headers),
    ];
    expect([first.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([201, 201, "true"]);
    expect(await again.json()).toEqual(await first.json());
    expect(await codeOf(ask(key, "POST", "/publications", wish))).toBe("409 already_public");
  });

  it("is refused with a reason: another person's sample, one in the trash or not analysed, a handle taken", async () => {
    const [ada, eve] = [await publisher(), await publisher()];
    const handle = `taken-${randomUUID().slice(0, 6)}`;
    expect((await ask(ada.key, "POST", "/artist", { handle, name: "Ada" })).status).toBe(200);
    expect(await codeOf(ask(eve.key, "POST", "/artist", { handle, name: "Eve" }))).toBe("409 handle_taken");
    expect(await codeOf(ask(eve.key, "POST", "/artist", { handle: "Admin!", name: "" }))).toBe("400 invalid_input");
    await ask(eve.key, "POST", "/artist", { handle: `${handle}-2`, name: "Eve" });
    const publish = (key: Secret, sampleId: string, more = {}) =>
      codeOf(ask(key, "POST", "/publications", { sampleId, title: "Theirs", ...RIGHTS, ...more }));
    const [own, inTrash, unread] = [await sample(ada.person), await sample(ada.person), await sample(ada.person)];
    await deleteSamples(ada.person.ctx, { ids: [inTrash] });
    await sql`update samples set status = 'processing' where id = ${unread}`;
    expect(await publish(eve.key, own)).toBe("404 not_found");
    expect(await publish(ada.key, inTrash)).toBe("404 not_found");
    expect(await publish(ada.key, unread)).toBe("404 not_found");
    expect(await publish(ada.key, own, { title: "x".repeat(10_000) })).toBe("400 invalid_input");
    expect(await publish(ada.key, own, { licence: "cc-by-sa" })).toBe("400 invalid_input");
    expect(await publish(ada.key, own)).toBe("201");
    const [{ id = "" } = {}] = await sql`select id from publications where sample_id = ${own}`;
    expect(await codeOf(ask(eve.key, "PATCH", `/publications/${id}`, { title: "Mine", ...RIGHTS }))).toBe(
      "404 not_found",
    );
    expect(await codeOf(ask(eve.key, "DELETE", `/publications/${id}`))).toBe("404 not_found");
    const reading = (await backend.apiKey(ada.person, { scopes: ["search:text"] })).secret;
    expect(await codeOf(ask(reading, "DELETE", `/publications/${id}`))).toBe("403 forbidden");
  });

  it("reads the gallery page by page, and is told what it wrote wrong", async () => {
    const { person, key } = await publisher();
    const handle = `many-${randomUUID().slice(0, 6)}`;
    await ask(key, "POST", "/artist", { handle, name: "Ada" });
    for (const title of ["one", "two", "three"]) await published(backend, person, { title });
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Listed = await listed(key, `/gallery?artist=${handle}&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(["three", "two", "one"]);
    const mine = await listed(key, "/publications?limit=2");
    const rest = await listed(key, `/publications?limit=2&cursor=${encodeURIComponent(mine.nextCursor ?? "")}`);
    expect([...mine.data, ...rest.data].map(({ title }) => title)).toEqual(["three", "two", "one"]);
    expect((await listed(key, `/gallery?query=${encodeURIComponent("bpm:fast")}`)).problems).toHaveLength(1);
    expect(await codeOf(ask(key, "GET", "/gallery?cursor=nonsense"))).toBe("400 invalid_cursor");
    expect(await codeOf(ask(key, "GET", "/gallery?artist=nobody-here"))).toBe("404 not_found");
    expect(await codeOf(ask(key, "GET", "/gallery/never-was-abc123"))).toBe("404 not_found");
    expect(await codeOf(ask(key, "GET", "/artists/never-was"))).toBe("404 not_found");
  });
});
