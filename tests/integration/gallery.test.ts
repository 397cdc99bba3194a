import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Publish } from "@/lib/gallery/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, sql } = backend;
const { saveArtist } = await import("@/lib/artists/mutations");
const { findArtist } = await import("@/lib/artists/lookups");
const { publishSample, editPublication, withdraw } = await import("@/lib/gallery/mutations");
const { findPublishing, listReceived } = await import("@/lib/gallery/data");
const { findShown, stateOfItem } = await import("@/lib/gallery/lookups");
const { listShown, listTrending } = await import("@/lib/gallery/listing/lookups");
const { findFitting } = await import("@/lib/gallery/fitting/data");
const { listSimilar } = await import("@/lib/gallery/similar/lookups");
const { answerMore } = await import("@/lib/gallery/listing/answers");
const { answerMedia } = await import("@/lib/gallery/media/answers");
const { refreshPublications, withdrawExpired, withdrawOrphans } = await import("@/lib/gallery/jobs");
const { deleteSamples, purgeSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { indexSamples } = await import("@/lib/search-documents/jobs");
const { deleteDueObjects } = await import("@/lib/objects/jobs");
const { parseQuery } = await import("@/lib/search-query/parse");

let counter = 0;
beforeAll(async () => {
  await backend.person("Admin");
});

const RIGHTS = { licence: "cc-by", aiTraining: "not_allowed", allowsDownload: false } as const;
const codeOf = async (answer: Promise<Response>) => {
  const { status, body } = await answer;
  await body?.cancel();
  return status;
};
const media = (slug: string, part: string, headers: Record<string, string> = {}, method = "GET") =>
  answerMedia(
    new Request(`http://here/gallery/${slug}/${part}`, {
      headers: { host: "here", "x-forwarded-proto": "http", ...headers },
      method,
    }),
    {
      slug,
      part,
    },
  );
const found = async (query = "", ownerId?: string) => {
  const whose = ownerId === undefined ? {} : { ownerId };
  const page = await listShown({ query: parseQuery(query), after: null, limit: 500, ...whose });
  return page.items.map(({ slug }) => slug);
};

/** A person with a public page. */
async function artist(name = "Ada"): Promise<Person & { handle: string }> {
  const person = await backend.person(name);
  counter += 1;
  const handle = `artist-${counter}`;
  expect(await saveArtist(person.ctx, { handle, name })).toEqual({ ok: true, value: null });
  return { ...person, handle };
}

async function publish(person: Person, sampleId: string, more: Partial<Publish> = {}) {
  const made = await publishSample(person.ctx, { sampleId, title: "Night kick", ...RIGHTS, ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** A sample without a file, for what needs none. */
async function shown(person: Person, more: Partial<Publish> = {}) {
  const [sampleId = ""] = await writeSamples(sql, person.userId, [
    {
      fileName: "secret name.wav",
      folderPath: "secret folder",
      bpm: 128,
      key: [9, "minor"],
      kind: "loop",
      tags: ["dub"],
    },
  ]);
  await indexSamples([sampleId]);
  return { sampleId, ...(await publish(person, sampleId, more)) };
}

describe("a public page", () => {
  it("has an address that is nobody else's, also when two ask at once", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    const wish = (who: Person) => saveArtist(who.ctx, { handle: "night-drive", name: "Night Drive" });
    const answers = await Promise.all([wish(ada), wish(bob)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "handle_taken" });
    expect(await findArtist("night-drive")).toMatchObject({ name: "Night Drive", links: [] });
    expect(await findArtist("Night-Drive")).toBeNull();
    await expect(saveArtist(ada.ctx, { handle: "admin", name: "x" })).rejects.toThrow(/reserved/);
  });

  it("changes once for the same words, and gives the old address up", async () => {
    const ada = await artist();
    const said = { handle: `${ada.handle}-new`, name: "Ada", links: [{ label: "site", url: "https://example.com" }] };
    for (let twice = 0; twice < 2; twice++) expect((await saveArtist(ada.ctx, said)).ok).toBe(true);
    expect(await findArtist(ada.handle)).toBeNull();
    const entries = await sql`select from audit_entries where action = 'artist.changed' and target_id = ${ada.userId}`;
    expect(entries).toHaveLength(2);
  });
});

describe("a publication", () => {
  it("needs a public page and a sample of one's own, and is made once, also by two at once", async () => {
    const ada = await backend.person("Ada");
    const bob = await artist("Bob");
    const [sampleId = ""] = await writeSamples(sql, ada.userId, [{ fileName: "a.wav" }]);
    const wanted = { sampleId, title: "A", ...RIGHTS };
    expect(await publishSample(ada.ctx, wanted)).toEqual({ ok: false, reason: "no_public_page" });
    expect(await publishSample(bob.ctx, wanted)).toEqual({ ok: false, reason: "not_found" });
    await saveArtist(ada.ctx, { handle: "once-only", name: "Ada" });
    const answers = await Promise.all([publishSample(ada.ctx, wanted), publishSample(ada.ctx, wanted)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "already_public" });
    await expect(publishSample(ada.ctx, { ...wanted, title: "x".repeat(10_000) })).rejects.toThrow(/at most 120/);
  });

  it("is found by what it says and what was measured, and by nothing that is its owner's own", async () => {
    const ada = await artist("Lovelace");
    const { slug } = await shown(ada, { title: "Harbour bass", description: "dusty", tags: ["fog"] });
    for (const query of ["harbour", "dusty", "fog", "lovelace", "tag:fog", "bpm:127-129", "key:8A", "type:loop"])
      expect(await found(query), query).toContain(slug);
    for (const query of ["licence:cc-by harbour", "ai:not_allowed harbour", "harbour -type:track"])
      expect(await found(query), query).toContain(slug);
    for (const query of ["secret", "in:secret", "bpm:90", "type:track", "tag:dub", "licence:cc0"])
      expect(await found(query), query).not.toContain(slug);
    expect(await found("", ada.userId)).toEqual([slug]);
    const item = await findShown(slug);
    expect(item).toMatchObject({ title: "Harbour bass", bpm: 128, keyTonic: 9, kind: "loop", artistName: "Lovelace" });
  });

  it("stands before whoever has a sample in a key that goes with it", async () => {
    const ada = await artist();
    const { slug } = await shown(ada);
    const fits = async (key: [number, "major" | "minor"] | null) => {
      const person = await backend.person();
      const ids = await writeSamples(sql, person.userId, [
        { fileName: "mine.wav", bpm: 90, key, kind: "loop", tags: [] },
      ]);
      await indexSamples(ids);
      return (await findFitting(person.ctx.actor.id))?.items.map((item) => item.slug) ?? [];
    };
    // A minor beside itself, its relative and its neighbour, and far away.
    for (const key of [
      [9, "minor"],
      [0, "major"],
      [4, "minor"],
    ] as const)
      expect(await fits([...key])).toContain(slug);
    expect(await fits([3, "minor"])).not.toContain(slug);
    expect(await fits(null)).toEqual([]);
    expect((await findFitting(ada.ctx.actor.id))?.items.map((item) => item.slug) ?? []).not.toContain(slug);
  });

  it("says what its owner corrects and calls themselves, without being published again", async () => {
    const ada = await artist("Before");
    const { slug, sampleId } = await shown(ada);
    await call(ada, `/api/v1/samples/${sampleId}/corrections`, { method: "PATCH", json: { bpm: 90, kind: "track" } });
    await indexSamples([sampleId]);
    expect(await refreshPublications(500)).toBeGreaterThan(0);
    expect(await findShown(slug)).toMatchObject({ bpm: 90, bpmConfidence: 1, kind: "track" });
    expect(await found("bpm:90 type:track", ada.userId)).toEqual([slug]);
    await saveArtist(ada.ctx, { handle: ada.handle, name: "Afterwards" });
    await refreshPublications(500);
    expect(await found("afterwards")).toContain(slug);
    expect(await refreshPublications(500)).toBe(0);
  });

  it("is edited by its owner only, and begins with what was heard", async () => {
    const [ada, bob] = [await artist(), await artist("Bob")];
    const { id, slug, sampleId } = await shown(ada);
    const said = { id, title: "Other\u202e name", description: "", tags: ["new"], ...RIGHTS, licence: "cc0" as const };
    expect(await editPublication(bob.ctx, said)).toEqual({ ok: false, reason: "not_found" });
    expect(await editPublication(ada.ctx, said)).toEqual({ ok: true, value: null });
    expect(await findShown(slug)).toMatchObject({ title: "Other name", licence: "cc0", tags: ["new"] });
    const publishing = await findPublishing(ada.ctx.actor, sampleId);
    expect(publishing?.publication).toMatchObject({ id, title: "Other name" });
    expect(publishing?.start).toMatchObject({ title: "secret name", tags: ["dub"], licence: "all-rights-reserved" });
    expect(await findPublishing(bob.ctx.actor, sampleId)).toBeNull();
    const actions = await sql`select action, before, after from audit_entries where target_id = ${id} order by seq`;
    expect(actions.map(({ action }) => action)).toEqual(["publication.published", "publication.edited"]);
    expect(JSON.stringify(actions)).not.toContain("name");
  });
});

describe("what is no longer public", () => {
  const expectGone = async (slug: string) => {
    expect(await stateOfItem({ slug })).toBe("gone");
    expect(await found()).not.toContain(slug);
    for (const part of ["audio", "peaks", "download"]) expect(await codeOf(media(slug, part))).toBe(410);
  };

  it("withdrawn: gone at once, with nothing of what was said, and its address is not given again", async () => {
    const [ada, bob] = [await artist(), await artist("Bob")];
    const { id, slug, sampleId } = await shown(ada, { description: "words" });
    expect(await withdraw(bob.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await withdraw(ada.ctx, { id })).toEqual({ ok: true, value: { id } });
    expect(await withdraw(ada.ctx, { id })).toEqual({ ok: true, value: { id } });
    await expectGone(slug);
    const [row] = await sql`select title, description, tags, facets, document::text as words, bpm, overview
      from publications where id = ${id}`;
    expect(row).toEqual({ title: "", description: "", tags: [], facets: [], words: "", bpm: null, overview: null });
    const again = await publish(ada, sampleId);
    expect(again.slug).not.toBe(slug);
    await expectGone(slug);
    expect(await stateOfItem({ slug: again.slug })).toBe("shown");
  });

  it("in the trash: gone until it is restored; removed for good, it is withdrawn", async () => {
    const ada = await artist();
    const { slug, sampleId, id } = await shown(ada);
    await deleteSamples(ada.ctx, { ids: [sampleId] });
    await expectGone(slug);
    await restoreSamples(ada.ctx, { ids: [sampleId] });
    expect(await stateOfItem({ slug })).toBe("shown");
    await deleteSamples(ada.ctx, { ids: [sampleId] });
    await purgeSamples(ada.ctx, { ids: [sampleId] });
    await expectGone(slug);
    await withdrawOrphans(100);
    expect(await sql`select state, title from publications where id = ${id}`).toEqual([
      { state: "withdrawn", title: "" },
    ]);
  });

  it.each([
    ["its account is suspended", "users", "suspended_at = now()", "suspended_at = null"],
    ["its account is leaving", "users", "deletion_requested_at = now()", "deletion_requested_at = null"],
    ["its time is over", "publications", "expires_at = now() - interval '1 second'", "expires_at = null"],
    ["it was taken down", "publications", "state = 'taken_down'", "state = 'public'"],
  ])("%s", async (_, table, hide, show) => {
    const ada = await artist();
    const { slug, id } = await shown(ada);
    const set = (to: string) =>
      sql.unsafe(`update ${table} set ${to} where id = '${table === "users" ? ada.userId : id}'`);
    await set(hide);
    await expectGone(slug);
    if (table === "users") expect(await findArtist(ada.handle)).toBe("gone");
    await set(show);
    expect(await stateOfItem({ slug })).toBe("shown");
    if (hide.startsWith("expires")) {
      await set(hide);
      expect(await withdrawExpired(100)).toBe(1);
      await expectGone(slug);
    }
  });

  it("taken down by an admin, is neither withdrawn nor published again by its owner", async () => {
    const ada = await artist();
    const { id, sampleId } = await shown(ada);
    await sql`update publications set state = 'taken_down' where id = ${id}`;
    expect(await withdraw(ada.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await publishSample(ada.ctx, { sampleId, title: "Again", ...RIGHTS })).toMatchObject({
      reason: "taken_down",
    });
  });

  it("an address that never was is unknown, whatever it is", async () => {
    for (const slug of ["nothing-here-abc123", "..", "", "a".repeat(5000), "%00"]) {
      expect(await stateOfItem({ slug })).toBeNull();
      expect(await codeOf(media(slug, "audio"))).toBe(404);
    }
  });
});

describe("a list", () => {
  it("has every item once over its pages, the newest first, and says so of a wrong place", async () => {
    const ada = await artist();
    const slugs: string[] = [];
    for (let at = 0; at < 7; at++) slugs.push((await shown(ada, { title: `Item ${at}` })).slug);
    const seen: string[] = [];
    for (let after = null, pages = 0; pages < 5; pages++) {
      const wanted = { query: parseQuery(""), ownerId: ada.userId, after, limit: 3 };
      const page: Awaited<ReturnType<typeof listShown>> = await listShown(wanted);
      seen.push(...page.items.map(({ slug }) => slug));
      after = page.next as never;
      if (!page.next) break;
    }
    expect(seen).toEqual(slugs.toReversed());
    const more = (query: string) => answerMore(new Request(`http://here/gallery/more?${query}`));
    expect((await more("after=nonsense")).status).toBe(400);
    const place = Buffer.from(JSON.stringify({ at: new Date().toISOString(), id: randomUUID() })).toString("base64url");
    expect((await more(`after=${place}&artist=nobody-at-all`)).status).toBe(404);
    const answer = await (await more(`after=${place}&artist=${ada.handle}&q=item`)).json();
    expect(answer.items).toHaveLength(7);
    expect(Object.keys(answer.items[0])).not.toContain("ownerId");
  });

  it("of what is played counts plays that qualified in the last days", async () => {
    const ada = await artist();
    const [often, seldom, old] = [await shown(ada), await shown(ada), await shown(ada)];
    const play = (publicationId: string, state: string, days: number) => sql`
      insert into plays (id, publication_id, listener_key, context, state, rule_version, started_at)
      values (${randomUUID()}, ${publicationId}, 'x', 'page', ${state}, 1, now() - make_interval(days => ${days}))`;
    for (let count = 0; count < 3; count++) await play(often.id, "qualified", 1);
    await play(seldom.id, "qualified", 1);
    for (let count = 0; count < 9; count++) await play(seldom.id, "set_aside", 1);
    for (let count = 0; count < 9; count++) await play(old.id, "qualified", 30);
    const trending = (await listTrending(10)).map(({ slug }) => slug);
    expect(trending.filter((slug) => [often.slug, seldom.slug, old.slug].includes(slug))).toEqual([
      often.slug,
      seldom.slug,
    ]);
  });
});

describe("what strangers hear and take", () => {
  it("is a copy; the original only where it is allowed, with a record of the licence that stays", async () => {
    const ada = await artist("Ada");
    const bob = await backend.person("Bob");
    const bytes = tone(321, 1);
    const sampleId = await backend.upload(ada, bytes, "kick.wav");
    expect(await backend.settled(ada, sampleId)).toMatchObject({ status: "completed" });
    const { id, slug } = await publish(ada, sampleId);
    const prepared = () =>
      until(async () => {
        const item = await findShown(slug);
        return item !== null && item !== "gone" && item.preview === "ready" && item;
      }, "a preview");
    await prepared();

    const heard = await media(slug, "audio");
    expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/flac"]);
    const copy = Buffer.from(await heard.arrayBuffer());
    expect(copy.subarray(0, 4).toString()).toBe("fLaC");
    const part = await media(slug, "audio", { range: "bytes=4-9" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 4-9/${copy.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(copy.subarray(4, 10));
    expect(await codeOf(media(slug, "audio", { range: `bytes=${copy.length}-` }))).toBe(416);
    const head = await media(slug, "audio", {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), head.body]).toEqual([200, String(copy.length), null]);
    expect(await codeOf(media(slug, "peaks"))).toBe(200);
    expect(await codeOf(media(slug, "download"))).toBe(403);
    expect(await codeOf(media(slug, "original"))).toBe(404);

    const said = { id, title: "Kick", description: "", tags: [], ...RIGHTS, allowsDownload: true };
    await editPublication(ada.ctx, said);
    await prepared();
    const got = await media(slug, "download", { cookie: bob.cookie });
    expect(got.headers.get("content-disposition")).toContain("Kick.wav");
    expect(Buffer.from(await got.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    // What is taken from its middle would be taken without a record.
    const rest = await media(slug, "download", { cookie: bob.cookie, range: "bytes=100-" });
    expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
    await codeOf(media(slug, "download", { cookie: bob.cookie }, "HEAD"));
    await codeOf(media(slug, "download"));
    expect(await sql`select download_count from publications where id = ${id}`).toEqual([{ download_count: 3 }]);

    await editPublication(ada.ctx, { ...said, title: "Renamed", licence: "all-rights-reserved" });
    await withdraw(ada.ctx, { id });
    expect(await codeOf(media(slug, "audio"))).toBe(410);
    expect(await codeOf(media(slug, "download", { cookie: bob.cookie }))).toBe(410);
    const [record, ...others] = await listReceived(bob.ctx.actor.id, 10);
    expect(others).toHaveLength(1);
    expect(record).toMatchObject({ title: "Kick", artistName: "Ada", licence: "cc-by", isPublic: false });
    expect(record?.address).toBe(`http://here/gallery/${slug}`);
    expect(record?.sha256).toMatch(/^[0-9a-f]{64}$/);
    await deleteDueObjects(100);
    expect(await backend.objectKeys(`previews/${id}/`)).toEqual([]);
  });

  it("sounds alike, of what is public", async () => {
    const ada = await artist();
    const ids: string[] = [];
    for (const hz of [300, 310, 4000]) {
      const id = await backend.upload(ada, tone(hz, 1), `${hz}.wav`);
      await backend.settled(ada, id);
      ids.push(id);
    }
    await indexSamples(ids);
    const [first, near] = [await publish(ada, ids[0] ?? ""), await publish(ada, ids[1] ?? "")];
    const item = await findShown(first.slug);
    if (!item || item === "gone") throw new Error("it is not shown");
    const alike = (await listSimilar(item, 100)).map(({ slug }) => slug);
    expect(alike).toContain(near.slug);
    expect(alike).not.toContain(first.slug);
    await withdraw(ada.ctx, { id: near.id });
    expect((await listSimilar(item, 100)).map(({ slug }) => slug)).not.toContain(near.slug);
  });
});

describe("a person who leaves", () => {
  it("takes what is public along, and what others got stays theirs", async () => {
    const ada = await artist();
    const bob = await backend.person("Bob");
    const { id, slug } = await shown(ada, { title: "Mine", description: "words" });
    await sql`update publications set preview_key = ${`previews/${id}/x`} where id = ${id}`;
    await sql`insert into publication_downloads (id, publication_id, user_id, title, artist_name, address, licence,
      ai_training, sha256) values (${randomUUID()}, ${id}, ${bob.userId}, 'Mine', 'Ada', 'http://here', 'cc0', 'allowed',
      ${"0".repeat(64)})`;
    const { readPublic } = await import("@/lib/privacy/exports/lookups");
    const exported = await readPublic(ada.userId);
    expect(exported).toMatchObject({
      page: { name: "Ada" },
      published: [{ slug, title: "Mine", description: "words" }],
    });
    expect((await readPublic(bob.userId)).downloaded).toMatchObject([{ title: "Mine", licence: "cc0" }]);

    const { emptyAccount, removeAccount } = await import("@/lib/privacy/deletion/jobs");
    await sql`update users set deletion_requested_at = now() - interval '1 year' where id = ${ada.userId}`;
    await emptyAccount(ada.userId);
    expect(await removeAccount(ada.userId)).toBe(true);
    expect(await stateOfItem({ slug })).toBeNull();
    expect(await sql`select from object_deletions where object_key = ${`previews/${id}/x`}`).toHaveLength(1);
    expect(await listReceived(bob.ctx.actor.id, 10)).toMatchObject([{ title: "Mine", isPublic: false }]);
  });
});
