import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChangedSince, Collection, CollectionItem } from "@/lib/collections/schema";
import { CURVE_PRESETS } from "@/lib/playlists/order/curve";
import type { Playlist } from "@/lib/playlists/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { tone } from "@/tests/factories/sounds";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend();
const { call, data, sql } = backend;
const { deleteSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { indexSamples } = await import("@/lib/search-documents/jobs");
const { answerLink } = await import("@/lib/collections/sharing/link-answers");
const { findLink } = await import("@/lib/collections/sharing/links/lookups");
const { listLinkItems } = await import("@/lib/collections/sharing/lookups");
const { sweepCollections } = await import("@/lib/collections/jobs");
const { setFlag } = await import("@/lib/flags/mutations");
const { forgetFlags } = await import("@/lib/flags/data");

let admin: Person;
beforeAll(async () => {
  admin = await backend.person("Admin");
});

type Json = Record<string, unknown>;
const send = (who: Person | null, method: string, path: string, json?: Json) =>
  call(who, `/api/v1${path}`, json === undefined ? { method } : { method, json });
const post = (who: Person | null, path: string, json: Json = {}) => send(who, "POST", path, json);
const made = async <T>(answer: Promise<Response>) => {
  const answered = await answer;
  const text = await answered.text();
  expect(answered.status, text).toBeLessThan(300);
  return (text === "" ? null : (JSON.parse(text) as { data: T }).data) as T;
};
const create = async (who: Person, name: string, more: Json = {}) =>
  (await made<{ id: string }>(post(who, "/collections", { name, ...more }))).id;
const get = (who: Person, id: string) => data<Collection>(call(who, `/api/v1/collections/${id}`));
const itemsOf = (who: Person, id: string, query = "") =>
  data<CollectionItem[]>(call(who, `/api/v1/collections/${id}/items${query}`));
const namesOf = async (who: Person, id: string) => (await itemsOf(who, id)).map(({ sample }) => sample.fileName);
const list = (who: Person, of: string) => data<Collection[]>(call(who, `/api/v1/collections?of=${of}`));
const status = async (answer: Promise<Response>) => (await answer).status;

async function library(name: string, files: string[]): Promise<{ person: Person; ids: string[] }> {
  const person = await backend.person(name);
  const ids = await writeSamples(
    sql,
    person.userId,
    files.map((fileName, index) => ({ fileName, bpm: 120 + index, key: [index % 12, "minor"], folderPath: "secret" })),
  );
  return { person, ids };
}

describe("a collection", () => {
  it("holds samples in an order of its own, in pages, without those in the trash", async () => {
    const { person, ids } = await library("Ada", ["a.wav", "b.wav", "c.wav", "d.wav"]);
    const id = await create(person, "Set", { selection: { ids } });
    expect(await namesOf(person, id)).toEqual(["a.wav", "b.wav", "c.wav", "d.wav"]);
    await made(post(person, `/collections/${id}/items/move`, { sampleIds: [ids[3], ids[2]], before: ids[0] }));
    expect(await namesOf(person, id)).toEqual(["d.wav", "c.wav", "a.wav", "b.wav"]);
    await made(post(person, `/collections/${id}/items/move`, { sampleIds: [ids[3]], before: null }));
    expect(await namesOf(person, id)).toEqual(["c.wav", "a.wav", "b.wav", "d.wav"]);
    const first = await (await call(person, `/api/v1/collections/${id}/items?limit=3`)).json();
    expect(first.data).toHaveLength(3);
    const rest = await itemsOf(person, id, `?limit=3&cursor=${first.nextCursor}`);
    expect(rest.map(({ sample }) => sample.fileName)).toEqual(["d.wav"]);
    expect(await status(call(person, `/api/v1/collections/${id}/items?cursor=nonsense`))).toBe(400);
    await deleteSamples(person.ctx, { ids: [ids[0] ?? ""] });
    expect(await namesOf(person, id)).toEqual(["c.wav", "b.wav", "d.wav"]);
    expect((await get(person, id)).count).toBe(3);
    await restoreSamples(person.ctx, { ids: [ids[0] ?? ""] });
    expect(await namesOf(person, id)).toEqual(["c.wav", "a.wav", "b.wav", "d.wav"]);
    const again = await made(post(person, `/collections/${id}/items`, { selection: { ids } }));
    expect(again).toEqual({ added: 0, already: 4, leftOut: 0 });
    await made(post(person, `/collections/${id}/items/remove`, { sampleIds: [ids[1]] }));
    expect(await namesOf(person, id)).toEqual(["c.wav", "a.wav", "d.wav"]);
  });

  it("keeps its order through a hundred moves into the same gap, and through two at once", async () => {
    const { person, ids } = await library("Ada", ["a.wav", "b.wav", "c.wav", "d.wav"]);
    const [a = "", b = "", c = "", d = ""] = ids;
    const id = await create(person, "Set", { selection: { ids } });
    const { moveItems } = await import("@/lib/collections/items/mutations");
    for (let turn = 0; turn < 100; turn++) {
      const moved = turn % 2 === 0 ? c : b;
      expect(await moveItems(person.ctx, { id, sampleIds: [moved], before: turn % 2 === 0 ? b : c })).toMatchObject({
        ok: true,
      });
    }
    expect(await namesOf(person, id)).toEqual(["a.wav", "b.wav", "c.wav", "d.wav"]);
    await Promise.all([
      moveItems(person.ctx, { id, sampleIds: [d], before: a }),
      moveItems(person.ctx, { id, sampleIds: [c], before: a }),
      moveItems(person.ctx, { id, sampleIds: [b], before: null }),
    ]);
    const names = await namesOf(person, id);
    expect(names.toSorted()).toEqual(["a.wav", "b.wav", "c.wav", "d.wav"]);
    expect([names.indexOf("a.wav"), names.indexOf("b.wav")]).toEqual([2, 3]);
    const places = await sql`select distinct position from collection_items where collection_id = ${id}`;
    expect(places).toHaveLength(4);
  });

  it("takes the samples of a query of any size, and no others", async () => {
    const { person, ids } = await library("Ada", ["kick one.wav", "kick two.wav", "snare.wav"]);
    const { ids: theirs } = await library("Bob", ["kick of another.wav"]);
    await indexSamples([...ids, ...theirs]);
    const id = await create(person, "Kicks", { selection: { query: "kick" } });
    expect((await namesOf(person, id)).toSorted()).toEqual(["kick one.wav", "kick two.wav"]);
    const added = await made(post(person, `/collections/${id}/items`, { selection: { ids: [...theirs, ids[2]] } }));
    expect(added).toMatchObject({ added: 1 });
    expect(await namesOf(person, id)).not.toContain("kick of another.wav");
  });

  it("that is smart always has what its query finds, and takes nothing else", async () => {
    const { person, ids } = await library("Ada", ["kick one.wav", "snare.wav"]);
    await indexSamples(ids);
    const id = await create(person, "Kicks", { query: "kick" });
    expect(await namesOf(person, id)).toEqual(["kick one.wav"]);
    const [more = ""] = await writeSamples(sql, person.userId, [{ fileName: "kick two.wav" }]);
    await indexSamples([more]);
    expect(await namesOf(person, id)).toEqual(["kick two.wav", "kick one.wav"]);
    const first = await (await call(person, `/api/v1/collections/${id}/items?limit=1`)).json();
    expect(await itemsOf(person, id, `?limit=1&cursor=${first.nextCursor}`)).toHaveLength(1);
    expect(await status(post(person, `/collections/${id}/items`, { selection: { ids } }))).toBe(409);
    expect(await status(post(person, `/collections/${id}/links`, {}))).toBe(409);
    expect(await status(post(person, "/collections", { name: "x", query: "bpm:" }))).toBe(400);
  });

  it("is nested one level and no deeper, also when two requests try at once", async () => {
    const ada = await backend.person();
    const [top, child, other] = [await create(ada, "Top"), await create(ada, "Child"), await create(ada, "Other")];
    const edit = (id: string, parentId: string | null) =>
      send(ada, "PATCH", `/collections/${id}`, { version: 1, parentId });
    expect(await status(edit(child, top))).toBe(200);
    expect(await status(edit(other, child))).toBe(409);
    expect(await status(edit(top, other))).toBe(409);
    expect(await status(edit(top, top))).toBe(409);
    const [a, b] = [await create(ada, "A"), await create(ada, "B")];
    const both = await Promise.all([edit(a, b), edit(b, a)]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    await expect(sql`update collections set parent_id = ${child} where id = ${other}`).rejects.toThrow(/parent_key/);
    const bob = await backend.person("Bob");
    expect(await status(post(bob, "/collections", { name: "x", parentId: top }))).toBe(404);
    await made(send(ada, "DELETE", `/collections/${top}`));
    expect((await list(ada, "mine")).map(({ id }) => id)).not.toContain(child);
    expect((await list(ada, "trash")).map(({ id }) => id).toSorted()).toEqual([top, child].toSorted());
    await made(post(ada, `/collections/${top}/restore`));
    expect(await get(ada, child)).toMatchObject({ parentId: top });
    await made(send(ada, "DELETE", `/collections/${top}`));
    await sql`update collections set deleted_at = now() - interval '31 days' where id = ${top}`;
    expect(await status(post(ada, `/collections/${top}/restore`))).toBe(404);
    expect(await sweepCollections()).toBe(1);
    expect(await sql`select from collections where id = ${child}`).toHaveLength(0);
  });

  it("stands where it was put among the others", async () => {
    const ada = await backend.person();
    const [one, two, three] = [await create(ada, "One"), await create(ada, "Two"), await create(ada, "Three")];
    await made(post(ada, `/collections/${three}/move`, { before: one }));
    expect((await list(ada, "mine")).map(({ name }) => name)).toEqual(["Three", "One", "Two"]);
    await made(post(ada, `/collections/${three}/move`, { before: null }));
    await made(post(ada, `/collections/${two}/move`, { before: one }));
    expect((await list(ada, "mine")).map(({ name }) => name)).toEqual(["Two", "One", "Three"]);
    const page = await (await call(ada, "/api/v1/collections?limit=2")).json();
    const next = await (await call(ada, `/api/v1/collections?limit=2&cursor=${page.nextCursor}`)).json();
    expect([...page.data, ...next.data].map(({ name }: Collection) => name)).toEqual(["Two", "One", "Three"]);
  });
});

/** Ada's collection with one real sample, which Bob has joined with the right to add. */
async function shared(role: "view" | "add" = "add") {
  const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
  const sampleId = await backend.upload(ada, tone(200 + Math.random() * 500), "adas.wav");
  await backend.settled(ada, sampleId);
  const hidden = (await writeSamples(sql, ada.userId, [{ fileName: "hidden.wav" }]))[0] ?? "";
  const id = await create(ada, "Ours", { selection: { ids: [sampleId] } });
  await made(post(ada, `/collections/${id}/members`, { email: bob.email, role }));
  await made(post(bob, `/collections/${id}/join`));
  return { ada, bob, id, sampleId, hidden };
}

const liveOf = async (who: Person) =>
  (
    await sql<{ change: string }[]>`
    select payload ->> 'change' as change from live_events where user_id = ${who.userId} and type = 'collection'
    order by id`
  ).map(({ change }) => change);

describe("a collection that is shared with people", () => {
  it("asks by address, tells nobody whether there is an account, and is seen once it is joined", async () => {
    const [ada, bob, eve] = [await backend.person("Ada"), await backend.person("Bob"), await backend.person("Eve")];
    const id = await create(ada, "Ours");
    const invite = (email: string) => post(ada, `/collections/${id}/members`, { email, role: "view" });
    const [there, nowhere] = [await invite(bob.email.toUpperCase()), await invite("nobody@example.com")];
    expect([there.status, nowhere.status]).toEqual([201, 201]);
    expect(Object.keys((await there.json()).data)).toEqual(Object.keys((await nowhere.json()).data));
    const sharing = await data<{ members: { name: string | null; joinedAt: string | null }[] }>(
      call(ada, `/api/v1/collections/${id}/sharing`),
    );
    expect(sharing.members).toMatchObject([
      { name: null, joinedAt: null },
      { name: null, joinedAt: null },
    ]);
    expect(await status(call(bob, `/api/v1/collections/${id}`))).toBe(404);
    expect(await data(call(bob, "/api/v1/collection-invitations"))).toMatchObject([
      { collectionId: id, ownerName: "Ada" },
    ]);
    expect(await data(call(eve, "/api/v1/collection-invitations"))).toEqual([]);
    expect(await status(post(eve, `/collections/${id}/join`))).toBe(404);
    await made(post(bob, `/collections/${id}/join`));
    expect((await list(bob, "shared")).map((one) => one.id)).toEqual([id]);
    expect(await get(bob, id)).toMatchObject({ role: "view", ownerName: "Ada", isShared: false });
    expect(await status(call(bob, `/api/v1/collections/${id}/sharing`))).toBe(404);
    expect(await status(invite(ada.email))).toBe(409);
    await made(post(bob, `/collections/${id}/leave`));
    expect(await status(call(bob, `/api/v1/collections/${id}`))).toBe(404);
  });

  it("does not take an address that is not confirmed for somebody's", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    await sql`update users set email_verified_at = null, must_verify_email = true where id = ${bob.userId}`;
    const id = await create(ada, "Ours");
    await made(post(ada, `/collections/${id}/members`, { email: bob.email, role: "view" }));
    expect(await data(call(bob, "/api/v1/collection-invitations"))).toEqual([]);
    expect(await status(post(bob, `/collections/${id}/join`))).toBe(404);
  });

  it("lets members hear its samples, and opens nothing else of them", async () => {
    const { ada, bob, id, sampleId, hidden } = await shared("view");
    const path = `/api/v1/samples/${sampleId}`;
    const sound = await call(bob, `${path}/audio`);
    expect(sound.status).toBe(302);
    expect((await fetch(sound.headers.get("location") ?? "")).status).toBe(200);
    expect(await status(call(bob, `${path}/peaks`))).toBe(200);
    const [item] = await itemsOf(bob, id);
    expect(item).toMatchObject({
      addedBy: "Ada",
      sample: { fileName: "adas.wav", folderPath: "", isFavourite: false },
    });
    for (const rest of ["", "/features", "/spectrogram", "/similar", "/duplicates", "/audio?download=1"])
      expect(await status(call(bob, `${path}${rest}`)), rest).toBe(404);
    for (const what of ["audio", "peaks", "cover", "window"])
      expect(await status(call(bob, `/api/v1/samples/${hidden}/${what}`))).toBe(404);
    expect(await status(send(bob, "PATCH", path, { isFavourite: true }))).toBe(404);
    expect(await status(send(bob, "DELETE", path))).toBe(404);
    expect(await data(call(bob, `/api/v1/samples?ids=${sampleId}`))).toEqual([]);
    await indexSamples([sampleId]);
    expect(await data(call(bob, "/api/v1/search?query=adas"))).toMatchObject({ hits: [] });
    const changes: [string, Json][] = [
      ["items", { selection: { ids: [sampleId] } }],
      ["items/remove", { sampleIds: [sampleId] }],
      ["items/move", { sampleIds: [sampleId], before: null }],
    ];
    for (const [verb, body] of changes) expect(await status(post(bob, `/collections/${id}/${verb}`, body))).toBe(403);
    expect(await status(send(bob, "PATCH", `/collections/${id}`, { version: 1, name: "Bob's" }))).toBe(403);
    for (const verb of ["links", "members"])
      expect(
        await status(
          post(bob, `/collections/${id}/${verb}`, verb === "links" ? {} : { email: "x@example.com", role: "add" }),
        ),
      ).toBe(404);
    expect(await status(send(bob, "DELETE", `/collections/${id}`))).toBe(404);
    await deleteSamples(ada.ctx, { ids: [sampleId] });
    expect(await status(call(bob, `${path}/audio`))).toBe(404);
    expect(await itemsOf(bob, id)).toEqual([]);
    await restoreSamples(ada.ctx, { ids: [sampleId] });
    expect(await status(call(bob, `${path}/audio`))).toBe(302);
    const stranger = await backend.person("Eve");
    expect(await status(call(stranger, `${path}/audio`))).toBe(404);
    await made(post(bob, `/collections/${id}/leave`));
    for (const what of ["audio", "peaks"]) expect(await status(call(bob, `${path}/${what}`))).toBe(404);
  });

  it("opens to a member's key only with the scope of collections", async () => {
    const { bob, id, sampleId } = await shared("view");
    const narrow = await backend.apiKey(bob, { scopes: ["samples:read", "samples:download", "search:text"] });
    const wide = await backend.apiKey(bob, { scopes: ["samples:read", "samples:download", "collections:manage"] });
    const ask = (key: { secret: string }, path: string) => status(backend.callWithKey(key.secret, `/api/v1${path}`));
    for (const what of ["audio", "peaks"]) {
      expect(await ask(narrow, `/samples/${sampleId}/${what}`)).toBe(404);
      expect(await ask(wide, `/samples/${sampleId}/${what}`)).toBe(what === "audio" ? 302 : 200);
    }
    expect(await ask(narrow, `/collections/${id}/items`)).toBe(403);
    expect(await ask(wide, `/collections/${id}/items`)).toBe(200);
  });

  it("takes what members add, and gives it back when they go", async () => {
    const { ada, bob, id, sampleId } = await shared();
    const [own = ""] = await writeSamples(sql, bob.userId, [{ fileName: "bobs.wav" }]);
    const added = await made(post(bob, `/collections/${id}/items`, { selection: { ids: [own, sampleId] } }));
    expect(added).toEqual({ added: 1, already: 0, leftOut: 0 });
    expect(await namesOf(ada, id)).toEqual(["adas.wav", "bobs.wav"]);
    expect((await itemsOf(ada, id))[1]?.addedBy).toBe("Bob");
    expect(await status(call(ada, `/api/v1/samples/${own}/audio?download=1`))).toBe(404);
    expect(await made(post(bob, `/collections/${id}/items/remove`, { sampleIds: [sampleId] }))).toMatchObject({
      sampleIds: [],
    });
    await made(post(bob, `/collections/${id}/items/move`, { sampleIds: [own], before: sampleId }));
    expect(await namesOf(ada, id)).toEqual(["bobs.wav", "adas.wav"]);
    const { members } = await data<{ members: { id: string }[] }>(call(ada, `/api/v1/collections/${id}/sharing`));
    await made(post(ada, `/collections/${id}/members/remove`, { memberId: members[0]?.id }));
    expect(await namesOf(ada, id)).toEqual(["adas.wav"]);
    expect(await status(call(bob, `/api/v1/collections/${id}`))).toBe(404);
  });

  it("puts back what was removed where it stood, also that of others, for whoever removed it", async () => {
    const { ada, bob, id } = await shared();
    const [one = "", two = ""] = await writeSamples(sql, ada.userId, [
      { fileName: "one.wav" },
      { fileName: "two.wav" },
    ]);
    const [bobs = ""] = await writeSamples(sql, bob.userId, [{ fileName: "bobs.wav" }]);
    const add = (who: Person, sampleId: string) =>
      made(post(who, `/collections/${id}/items`, { selection: { ids: [sampleId] } }));
    for (const [who, sampleId] of [
      [ada, one],
      [bob, bobs],
      [ada, two],
    ] as const)
      await add(who, sampleId);
    const order = await namesOf(ada, id);
    expect(order).toEqual(["adas.wav", "one.wav", "bobs.wav", "two.wav"]);
    const remove = (sampleIds: string[]) =>
      made<{ sampleIds: string[]; receipt: string }>(post(ada, `/collections/${id}/items/remove`, { sampleIds }));
    const restore = (who: Person, receipt: string) => post(who, `/collections/${id}/items/restore`, { receipt });
    const removed = await remove([bobs, one]);
    expect(removed.sampleIds.toSorted()).toEqual([bobs, one].toSorted());
    for (const receipt of ["", "x.y", `${removed.receipt}x`]) expect(await status(restore(ada, receipt))).toBe(409);
    expect(await status(restore(bob, removed.receipt))).toBe(409);
    expect(await made(restore(ada, removed.receipt))).toEqual({ restored: 2 });
    expect(await namesOf(ada, id)).toEqual(order);
    expect((await itemsOf(ada, id)).map(({ addedBy }) => addedBy)).toEqual([null, null, "Bob", null]);
    expect(await made(restore(ada, removed.receipt))).toEqual({ restored: 0 });
    const { receipt } = await remove([bobs, two]);
    await made(post(bob, `/collections/${id}/leave`));
    expect(await made(restore(ada, receipt))).toEqual({ restored: 1 });
    expect(await namesOf(ada, id)).toEqual(["adas.wav", "one.wav", "two.wav"]);
  });

  it("loses what a member added when their account is deleted", async () => {
    const { ada, bob, id } = await shared();
    const [own = ""] = await writeSamples(sql, bob.userId, [{ fileName: "bobs.wav" }]);
    await made(post(bob, `/collections/${id}/items`, { selection: { ids: [own] } }));
    await sql`delete from users where id = ${bob.userId}`;
    expect(await namesOf(ada, id)).toEqual(["adas.wav"]);
    expect(await sql`select from collection_members where collection_id = ${id}`).toHaveLength(0);
  });

  it("tells both of every change, and the second of two editors what they replaced", async () => {
    const { ada, bob, id } = await shared();
    const seen = (await get(ada, id)).version;
    const edit = (who: Person, json: Json) =>
      made<{ version: number; changedSince: ChangedSince[] }>(send(who, "PATCH", `/collections/${id}`, json));
    const [before, beforeBob] = [(await liveOf(ada)).length, (await liveOf(bob)).length];
    const first = await edit(ada, { version: seen, name: "Ada's name", colour: "red" });
    expect(first.changedSince).toEqual([]);
    const second = await edit(bob, { version: seen, name: "Bob's name", description: "By Bob" });
    expect(second.changedSince).toEqual([{ field: "name", value: "Ada's name", byName: "Ada" }]);
    expect(await get(ada, id)).toMatchObject({
      name: "Bob's name",
      colour: "red",
      description: "By Bob",
      version: seen + 2,
    });
    expect((await liveOf(ada)).slice(before)).toEqual(["edited", "edited"]);
    expect((await liveOf(bob)).slice(beforeBob)).toEqual(["edited", "edited"]);
    const same = await edit(bob, { version: seen + 2, name: "Bob's name" });
    expect(same).toEqual({ version: seen + 2, changedSince: [] });
    expect(await status(send(bob, "PATCH", `/collections/${id}`, { version: 1, parentId: null, query: "kick" }))).toBe(
      403,
    );
  });
});

describe("a link to a collection", () => {
  const fetchOf = (token: string, sampleId: string, part: string) =>
    answerLink(
      new Request(
        `${backend.origin}/shared/${token}/samples/${sampleId}/${part.split("?")[0]}${part.includes("?") ? `?${part.split("?")[1]}` : ""}`,
        { headers: { host: new URL(backend.origin).host } },
      ),
      {
        token,
        sampleId,
        part: part.split("?")[0] ?? "",
      },
    );

  it("opens exactly its samples to a stranger, until it is over or revoked", async () => {
    const { ada, bob, id, sampleId, hidden } = await shared();
    const [own = ""] = await writeSamples(sql, bob.userId, [{ fileName: "bobs.wav" }]);
    await made(post(bob, `/collections/${id}/items`, { selection: { ids: [own] } }));
    type Made = { id: string; token: string };
    const { token, id: linkId } = await made<Made>(post(ada, `/collections/${id}/links`, { days: 7 }));
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await sql<{ hash: string }[]>`select token_hash as hash from collection_links where id = ${linkId}`;
    expect(stored[0]?.hash).not.toContain(token);
    const link = await findLink(token);
    if (!link) throw new Error("the link does not work");
    const page = await listLinkItems(link, { limit: 50, after: null });
    expect(page !== "invalid" && page.items.map(({ sample }) => [sample.fileName, sample.folderPath])).toEqual([
      ["adas.wav", ""],
      ["bobs.wav", ""],
    ]);
    const sound = await fetchOf(token, sampleId, "audio");
    expect([sound.status, sound.headers.get("x-robots-tag")]).toEqual([302, "noindex, nofollow"]);
    expect((await fetch(sound.headers.get("location") ?? "")).status).toBe(200);
    expect((await fetchOf(token, sampleId, "peaks")).status).toBe(200);
    for (const part of ["audio?download=1", "cover", "spectrogram", "features"])
      expect((await fetchOf(token, sampleId, part)).status, part).toBe(404);
    expect((await fetchOf(token, hidden, "audio")).status).toBe(404);
    expect((await fetchOf(token, "not an id", "audio")).status).toBe(404);
    const generous = await made<Made>(post(ada, `/collections/${id}/links`, { allowsDownload: true }));
    expect((await fetchOf(generous.token, sampleId, "audio?download=1")).status).toBe(302);
    expect((await fetchOf(generous.token, own, "audio?download=1")).status).toBe(404);
    const texts = new Set<string>();
    const closed = async (shown: string) => {
      const answer = await fetchOf(shown, sampleId, "audio");
      texts.add(`${answer.status} ${await answer.text()}`);
      expect(await findLink(shown)).toBeNull();
    };
    await sql`update collection_links set expires_at = now() where id = ${linkId}`;
    await closed(token);
    await closed("x".repeat(43));
    await closed("short");
    await made(post(ada, `/collections/${id}/links/revoke`, { linkId: generous.id }));
    await closed(generous.token);
    expect([...texts]).toEqual(["404 This link does not work, or no longer.\n"]);
  });

  it("works while sharing is on for its owner, and so do memberships", async () => {
    const { ada, bob, id, sampleId } = await shared();
    const { token } = await made<{ token: string }>(post(ada, `/collections/${id}/links`, {}));
    const flag = (enabled: boolean) =>
      setFlag(admin.ctx, { name: "shared-collections", enabled, roles: [], betaOnly: false, rolloutPercent: 100 });
    await sql`update users set role = 'admin' where id = ${admin.userId}`;
    await flag(false);
    forgetFlags();
    try {
      expect(await findLink(token)).toBeNull();
      expect(await status(call(bob, `/api/v1/collections/${id}`))).toBe(404);
      expect(await status(call(bob, `/api/v1/samples/${sampleId}/audio`))).toBe(404);
      expect(await list(bob, "shared")).toEqual([]);
      expect(await status(post(ada, `/collections/${id}/links`, {}))).toBe(403);
      expect(await namesOf(ada, id)).toEqual(["adas.wav"]);
    } finally {
      await flag(true);
      forgetFlags();
    }
    expect(await findLink(token)).not.toBeNull();
    await made(send(ada, "DELETE", `/collections/${id}`));
    expect(await findLink(token)).toBeNull();
    expect(await status(call(bob, `/api/v1/samples/${sampleId}/audio`))).toBe(404);
  });
});

describe("the export of an account", () => {
  it("has one's own collections, what one shares, and playlists, without tokens and what others added", async () => {
    const { ada, bob, id, sampleId } = await shared();
    const [own = ""] = await writeSamples(sql, bob.userId, [{ fileName: "bobs.wav" }]);
    await made(post(bob, `/collections/${id}/items`, { selection: { ids: [own] } }));
    const { token } = await made<{ token: string }>(post(ada, `/collections/${id}/links`, {}));
    await made(post(ada, "/playlists", { name: "Night", set: { collectionId: id }, wishes: wishes() }));
    const { readCollections } = await import("@/lib/privacy/exports/lookups");
    const [adas, bobs] = [await readCollections(ada.userId), await readCollections(bob.userId)];
    expect(adas.own).toMatchObject([
      {
        id,
        name: "Ours",
        samples: [{ sampleId }],
        members: [{ email: bob.email }],
        links: [{ allowsDownload: false }],
      },
    ]);
    expect(adas.playlists).toMatchObject([{ name: "Night" }]);
    expect(JSON.stringify(adas)).not.toContain(token);
    expect(bobs).toMatchObject({ own: [], shared: [{ id, role: "add", samples: [{ sampleId: own }] }], playlists: [] });
  });
});

const wishes = (more: Json = {}) => ({ curve: CURVE_PRESETS.peak.points, ...more });

describe("a playlist", () => {
  it("orders a collection, explains each step, keeps pinned ends, and is ordered anew", async () => {
    const { person, ids } = await library(
      "Ada",
      Array.from({ length: 14 }, (_, index) => `${index}.wav`),
    );
    const collectionId = await create(person, "Set", { selection: { ids } });
    const { id } = await made<{ id: string }>(
      post(person, "/playlists", { name: "Night", set: { collectionId }, wishes: wishes() }),
    );
    const find = () => data<Playlist>(call(person, `/api/v1/playlists/${id}`));
    const playlist = await find();
    expect(playlist.steps).toHaveLength(14);
    expect(playlist.cost).toBeLessThanOrEqual(playlist.greedyCost);
    expect(playlist.steps[0]?.text).toMatch(/^Opens with /);
    expect(playlist.steps[1]?.text).toMatch(/BPM/);
    const sum = playlist.steps.reduce((total, step) => total + step.keyCost + step.tempoCost + step.energyCost, 0);
    expect(sum).toBeCloseTo(playlist.cost, 3);
    const pinned = wishes({ firstId: ids[5], lastId: ids[2] });
    await made(send(person, "PATCH", `/playlists/${id}`, { wishes: pinned }));
    const again = (await find()).steps.map(({ sampleId }) => sampleId);
    expect([again[0], again.at(-1)]).toEqual([ids[5], ids[2]]);
    await deleteSamples(person.ctx, { ids: [ids[7] ?? ""] });
    expect((await find()).steps).toHaveLength(13);
    await restoreSamples(person.ctx, { ids: [ids[7] ?? ""] });
    expect((await find()).steps).toHaveLength(14);
    const eve = await backend.person("Eve");
    expect(await status(call(eve, `/api/v1/playlists/${id}`))).toBe(404);
    expect(await status(post(eve, "/playlists", { name: "x", set: { collectionId }, wishes: wishes() }))).toBe(404);
    await made(send(person, "PATCH", `/playlists/${id}`, { name: "Late" }));
    const before = await find();
    expect(before.name).toBe("Late");
    const { receipt } = await made<{ receipt: string }>(send(person, "DELETE", `/playlists/${id}`));
    expect(await status(call(person, `/api/v1/playlists/${id}`))).toBe(404);
    expect(await status(post(eve, `/playlists/${id}/restore`, { receipt }))).toBe(404);
    expect(await status(post(person, `/playlists/${collectionId}/restore`, { receipt }))).toBe(404);
    expect(await status(post(person, `/playlists/${id}/restore`, { receipt: "not.one" }))).toBe(404);
    await made(post(person, `/playlists/${id}/restore`, { receipt }));
    expect(await find()).toEqual({ ...before, updatedAt: expect.any(String) });
    await made(post(person, `/playlists/${id}/restore`, { receipt }));
  });

  it("is made of none, one, and things without key and tempo, and refuses more than it can order", async () => {
    const person = await backend.person();
    const stepsOf = async (set: Json) => {
      const { id } = await made<{ id: string }>(post(person, "/playlists", { name: "x", set, wishes: wishes() }));
      return (await data<Playlist>(call(person, `/api/v1/playlists/${id}`))).steps;
    };
    expect(await stepsOf({ collectionId: await create(person, "Empty") })).toEqual([]);
    const ids = await writeSamples(sql, person.userId, [
      { fileName: "a.wav", lufs: null },
      { fileName: "b.wav", lufs: null },
    ]);
    expect(await stepsOf({ selection: { ids: ids.slice(0, 1) } })).toMatchObject([
      { text: "Opens with no key, no tempo; energy not known" },
    ]);
    expect((await stepsOf({ selection: { ids } }))[1]?.text).toMatch(
      /^key not known, counted as a half fit; tempo not known/,
    );
    const many = await writeSamples(
      sql,
      person.userId,
      Array.from({ length: 501 }, (_, index) => ({ fileName: `${index}.wav` })),
    );
    expect(
      await status(post(person, "/playlists", { name: "x", set: { selection: { ids: many } }, wishes: wishes() })),
    ).toBe(409);
  });
});

describe("a file for another program", () => {
  const odd = [
    'a & b <"x">.wav',
    "ünïcode 🎛.wav",
    "same.wav",
    "same.wav",
    "nul.wav",
    "../up.wav",
    "line\nbreak\u0007.wav",
  ];

  async function fileOf(format: string, query = "") {
    const person = await backend.person();
    const ids = await writeSamples(
      sql,
      person.userId,
      odd.map((fileName, index) => ({
        fileName,
        bpm: 120.5,
        key: index === 0 ? [9, "minor"] : [0, "major"],
        seconds: 12.3,
        record: {
          container: "wav",
          sampleRateHz: 44_100,
          beats: [0.25, 0.75],
          downbeats: [0.75],
          meter: { beatsPerBar: 4 },
        },
      })),
    );
    const id = await create(person, 'Set & "more"', { selection: { ids } });
    const answer = await call(person, `/api/v1/collections/${id}/file?format=${format}${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    return answer.text();
  }

  const parse = (text: string) => {
    expect(XMLValidator.validate(text)).toBe(true);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      isArray: (name) => ["TRACK", "ENTRY", "NODE"].includes(name),
    }).parse(text);
  };

  it("names files as the ZIP of the set does, and says nothing of other people's that they keep to themselves", async () => {
    const { ada, bob, id, sampleId } = await shared();
    await sql`insert into file_tags ${sql({ sample_id: sampleId, sha256: "x", reader_version: 1, artist: "Secret" })}
      on conflict (sample_id) do update set artist = excluded.artist`;
    const sounds = [tone(310), tone(320)];
    const own: string[] = [];
    for (const sound of sounds) {
      const one = await backend.upload(bob, sound, "adas.wav");
      await backend.settled(bob, one);
      own.push(one);
    }
    await made(post(bob, `/collections/${id}/items`, { selection: { ids: own } }));
    await made(post(bob, `/collections/${id}/items/move`, { sampleIds: [own[1]], before: own[0] }));
    const listOf = async (who: Person, format: string) =>
      (await call(who, `/api/v1/collections/${id}/file?format=${format}`)).text();
    const archiveOf = async (who: Person) => {
      const answer = await call(who, `/api/v1/collections/${id}/archive`);
      expect(answer.status).toBe(200);
      return new ZipContents(new Uint8Array(await answer.arrayBuffer()));
    };
    const namesIn = (list: string) => list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(namesIn(await listOf(bob, "m3u8"))).toEqual(["Ours/adas (3).wav", "Ours/adas.wav", "Ours/adas (2).wav"]);
    const zip = await archiveOf(bob);
    expect(zip.paths).toEqual(["Ours/ATTRIBUTION.txt", "Ours/adas (2).wav", "Ours/adas.wav"]);
    expect([zip.bytes("Ours/adas.wav"), zip.bytes("Ours/adas (2).wav")]).toEqual(sounds.toReversed());
    expect(namesIn(await listOf(ada, "m3u8"))[0]).toBe("Ours/adas.wav");
    expect((await archiveOf(ada)).paths).toEqual(["Ours/ATTRIBUTION.txt", "Ours/adas.wav"]);
    for (const format of ["m3u8", "rekordbox", "traktor"]) {
      expect(await listOf(bob, format)).not.toContain("Secret");
      expect(await listOf(ada, format)).toContain("Secret");
    }
  });

  it("is M3U8 with relative names", async () => {
    const lines = (await fileOf("m3u8")).trimEnd().split("\n");
    expect(lines[0]).toBe("#EXTM3U");
    expect(lines[1]).toBe('#PLAYLIST:Set & "more"');
    const [heads, paths] = [
      lines.slice(2).filter((_, at) => at % 2 === 0),
      lines.slice(2).filter((_, at) => at % 2 === 1),
    ];
    expect(heads.every((head) => /^#EXTINF:12,.+/.test(head))).toBe(true);
    expect(paths).toHaveLength(odd.length);
    expect(new Set(paths).size).toBe(odd.length);
    expect(paths.every((path) => /^Set & _more_\/[^/\\]+$/.test(path) && !path.includes(".." + "/"))).toBe(true);
    expect(paths[3]).toBe("Set & _more_/same (2).wav");
    expect((await fileOf("m3u8", "&folder=C:%5CMusic")).split("\n")[3]).toBe(
      "C:\\Music\\Set & _more_\\a & b __x__.wav",
    );
  });

  it("is what rekordbox documents", async () => {
    const { DJ_PLAYLISTS: root } = parse(await fileOf("rekordbox"));
    expect(root.Version).toBe("1.0.0");
    expect(Object.keys(root.PRODUCT).toSorted()).toEqual(["Company", "Name", "Version"]);
    const tracks = root.COLLECTION.TRACK as Record<string, string | Record<string, string>>[];
    expect(Number(root.COLLECTION.Entries)).toBe(tracks.length);
    const known =
      "TrackID Name Artist Composer Album Grouping Genre Kind Size TotalTime DiscNumber TrackNumber Year AverageBpm DateModified DateAdded BitRate SampleRate Comments PlayCount LastPlayed Rating Location Remixer Tonality Label Mix Colour TEMPO POSITION_MARK".split(
        " ",
      );
    for (const track of tracks) {
      expect(Object.keys(track).filter((name) => !known.includes(name))).toEqual([]);
      expect(track.Location).toMatch(/^file:\/\/localhost\/Set%20%26%20_more_\/[^ <>"/]+$/);
      expect(track.DateAdded).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(track.TEMPO).toEqual({ Inizio: "0.750", Bpm: "120.50", Metro: "4/4", Battito: "1" });
    }
    expect(tracks[0]).toMatchObject({ Name: 'a & b <"x">', Tonality: "8A", AverageBpm: "120.50", Kind: "WAV File" });
    expect(tracks[1]?.Name).toBe("ünïcode 🎛");
    const [top] = root.PLAYLISTS.NODE;
    const [list] = top.NODE;
    expect([top.Type, top.Name, top.Count]).toEqual(["0", "ROOT", "1"]);
    expect([list.Type, list.Name, list.KeyType, list.Entries]).toEqual(["1", 'Set & "more"', "0", String(odd.length)]);
    expect(list.TRACK.map(({ Key }: { Key: string }) => Key)).toEqual(tracks.map(({ TrackID }) => TrackID));
  });

  it("is NML as Traktor writes it", async () => {
    const { NML } = parse(await fileOf("traktor", "&folder=/Users/ada"));
    expect(NML.VERSION).toBe("19");
    expect(Object.keys(NML).filter((name) => name !== "VERSION")).toEqual(
      "HEAD MUSICFOLDERS COLLECTION SETS PLAYLISTS INDEXING".split(" "),
    );
    const entries = NML.COLLECTION.ENTRY as Record<string, Record<string, string>>[];
    expect(Number(NML.COLLECTION.ENTRIES)).toBe(entries.length);
    const order = "LOCATION ALBUM MODIFICATION_INFO INFO TEMPO LOUDNESS MUSICAL_KEY LOOPINFO CUE_V2".split(" ");
    for (const entry of entries) {
      const parts = Object.keys(entry).filter((name) => order.includes(name));
      expect(parts).toEqual(order.filter((name) => parts.includes(name)));
      expect(entry.LOCATION?.DIR).toBe("/:Users/:ada/:Set & _more_/:");
      expect(entry.TEMPO).toEqual({ BPM: "120.500000", BPM_QUALITY: "100.000000" });
      expect(entry.CUE_V2).toMatchObject({ TYPE: "4", START: "750.000000", HOTCUE: "-1" });
    }
    expect(entries[0]?.MUSICAL_KEY?.VALUE).toBe("21");
    const [root] = NML.PLAYLISTS.NODE;
    expect([root.TYPE, root.NAME, root.SUBNODES.COUNT]).toEqual(["FOLDER", "$ROOT", "1"]);
    const { PLAYLIST: list } = root.SUBNODES.NODE[0];
    expect([list.ENTRIES, list.TYPE]).toEqual([String(odd.length), "LIST"]);
    expect(list.UUID).toMatch(/^[0-9a-f]{32}$/);
    const keys = list.ENTRY.map(({ PRIMARYKEY }: { PRIMARYKEY: { KEY: string } }) => PRIMARYKEY.KEY);
    expect(keys).toEqual(entries.map(({ LOCATION }) => `${LOCATION?.VOLUME}${LOCATION?.DIR}${LOCATION?.FILE}`));
  });
});
