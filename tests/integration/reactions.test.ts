import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { artistOf, published } from "@/tests/factories/publications";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { setFollow, setPublicFavourite } = await import("@/lib/reactions/mutations");
const { findFollowing, findItemReactions } = await import("@/lib/reactions/lookups");
const { listFavouriteIds, listFollowed } = await import("@/lib/reactions/data");
const { tellFollowers } = await import("@/lib/reactions/jobs");
const { removeComment, writeComment } = await import("@/lib/comments/mutations");
const { countComments, listComments } = await import("@/lib/comments/lookups");
const { listShown } = await import("@/lib/gallery/listing/lookups");
const { withdraw } = await import("@/lib/gallery/mutations");
const { parseQuery } = await import("@/lib/search-query/parse");

beforeAll(async () => {
  await backend.person("Admin");
});

const noticesOf = ({ userId }: Person) =>
  sql<{ kind: string; details: Record<string, string> }[]>`
    select kind, details from notices where user_id = ${userId} order by created_at, id`;
const kindsOf = async (person: Person) => (await noticesOf(person)).map(({ kind }) => kind);

/** Somebody with a public page. */
async function named(name: string) {
  const person = await backend.person(name);
  return { ...person, handle: await artistOf(backend, person, name) };
}

const allComments = async (id: string, viewerId: string | null = null) =>
  (await listComments(id, { viewerId, after: null, limit: 100 })).comments;

describe("following", () => {
  it("is counted and told once, whoever does it twice or at once, and nobody follows themselves", async () => {
    const [ada, bob] = [await named("Ada"), await backend.person("Bob")];
    const follow = (choice: "yes" | "no") => setFollow(bob.ctx, { handle: ada.handle, follows: choice });
    await Promise.all([follow("yes"), follow("yes")]);
    expect(await findFollowing(bob.userId, ada.handle)).toMatchObject({ followers: 1, isFollowing: true });
    expect(await findFollowing(null, ada.handle)).toMatchObject({
      followers: 1,
      isFollowing: false,
      viewer: "stranger",
    });
    expect((await listFollowed(bob.ctx.actor.id, 10)).map(({ handle }) => handle)).toEqual([ada.handle]);
    await follow("no");
    await follow("yes");
    expect(await kindsOf(ada)).toEqual(["followed"]);
    expect(await setFollow(ada.ctx, { handle: ada.handle, follows: "yes" })).toMatchObject({ reason: "yourself" });
    expect(await setFollow(bob.ctx, { handle: "nobody-here", follows: "yes" })).toMatchObject({ reason: "not_found" });
    await sql`update users set suspended_at = now() where id = ${ada.userId}`;
    expect(await listFollowed(bob.ctx.actor.id, 10)).toEqual([]);
  });

  it("brings what the artist shows, and tells of it once, however often the job runs", async () => {
    const [ada, eve, bob] = [await named("Ada"), await named("Eve"), await backend.person("Bob")];
    await setFollow(bob.ctx, { handle: ada.handle, follows: "yes" });
    const [hers] = [await published(backend, ada), await published(backend, eve)];
    const wanted = { query: parseQuery(""), followerId: bob.userId, after: null, limit: 10 };
    expect((await listShown(wanted)).items.map(({ slug }) => slug)).toEqual([hers.slug]);
    for (let twice = 0; twice < 2; twice++) expect(await tellFollowers(hers.id, null)).toBeNull();
    expect(await noticesOf(bob)).toEqual([{ kind: "new_item", details: { publicationId: hers.id } }]);
    expect(await kindsOf(eve)).toEqual([]);
    const hidden = await published(backend, ada, { state: "taken_down" });
    await tellFollowers(hidden.id, null);
    expect(await kindsOf(bob)).toEqual(["new_item"]);
  });
});

describe("favourites", () => {
  it("are counted once, listed over pages, and can be let go when the item is gone", async () => {
    const [ada, bob] = [await named("Ada"), await backend.person("Bob")];
    const items = [await published(backend, ada), await published(backend, ada), await published(backend, ada)];
    const choose = (publicationId: string, isFavourite: "yes" | "no") =>
      setPublicFavourite(bob.ctx, { publicationId, isFavourite });
    for (const { id } of items) await Promise.all([choose(id, "yes"), choose(id, "yes")]);
    const [first] = items;
    expect(await findItemReactions(bob.userId, first?.id ?? "")).toMatchObject({ favourites: 1, isFavourite: true });
    const seen: string[] = [];
    for (let after = null, pages = 0; pages < 4; pages++) {
      const page: Awaited<ReturnType<typeof listFavouriteIds>> = await listFavouriteIds(bob.ctx.actor.id, {
        after,
        limit: 2,
      });
      seen.push(...page.ids);
      after = page.next as never;
      if (!page.next) break;
    }
    expect(seen).toEqual(items.map(({ id }) => id).toReversed());
    await withdraw(ada.ctx, { id: first?.id ?? "" });
    expect(await choose(first?.id ?? "", "yes")).toEqual({ ok: false, reason: "gone" });
    expect(await choose(first?.id ?? "", "no")).toMatchObject({ ok: true });
    expect(await choose(randomUUID(), "yes")).toEqual({ ok: false, reason: "not_found" });
    expect((await listFavouriteIds(bob.ctx.actor.id, { after: null, limit: 9 })).ids).toHaveLength(2);
  });
});

describe("a comment", () => {
  const write = (person: Person, publicationId: string, text: string, at = "") =>
    writeComment(person.ctx, { publicationId, text, at });

  it("is clean text at a place in the sound, under a public name, and its owner is told", async () => {
    const [ada, bob, nameless] = [await named("Ada"), await named("Bob"), await backend.person("Secret Name")];
    const { id } = await published(backend, ada, { seconds: 2 });
    expect(await write(nameless, id, "hi")).toEqual({ ok: false, reason: "no_public_page" });
    expect(await write(bob, id, "late", "0:03")).toEqual({ ok: false, reason: "after_end" });
    expect(await write(bob, id, "<i>so\u202e good\u200b</i>", "0:01")).toMatchObject({ ok: true });
    await expect(write(bob, id, "x".repeat(10_000))).rejects.toThrow(/at most 1000/);
    expect(await allComments(id, bob.userId)).toMatchObject([
      { text: "<i>so good</i>", atSeconds: 1, authorName: "Bob", isOwn: true, isOnOwnItem: false },
    ]);
    expect(await kindsOf(ada)).toEqual(["commented"]);
    expect(await write(ada, id, "thank you")).toMatchObject({ ok: true });
    expect(await kindsOf(ada)).toEqual(["commented"]);
  });

  it("sent twice is one, and too many are refused", async () => {
    const [ada, bob] = [await named("Ada"), await named("Bob")];
    const { id } = await published(backend, ada);
    const answers = await Promise.all([write(bob, id, "again"), write(bob, id, "again")]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await allComments(id)).toHaveLength(1);
    const more = [];
    for (let at = 0; at < 8; at++) more.push(await write(bob, id, `number ${at}`));
    expect(more.filter((answer) => !answer.ok && answer.reason === "too_many_comments")).not.toEqual([]);
    await sql`delete from rate_limits`;
  });

  it("is refused on what is withdrawn meanwhile, and on what never was", async () => {
    const [ada, bob] = [await named("Ada"), await named("Bob")];
    const { id } = await published(backend, ada);
    await withdraw(ada.ctx, { id });
    expect(await write(bob, id, "too late")).toEqual({ ok: false, reason: "gone" });
    expect(await write(bob, randomUUID(), "nowhere")).toEqual({ ok: false, reason: "not_found" });
  });

  it("is deleted by its author with its words, removed by the owner of the item, and by nobody else", async () => {
    const [ada, bob, eve] = [await named("Ada"), await named("Bob"), await named("Eve")];
    const { id } = await published(backend, ada);
    const [mine, other] = [await write(bob, id, "mine"), await write(bob, id, "rude")];
    if (!mine.ok || !other.ok) throw new Error("not written");
    expect(await removeComment(eve.ctx, mine.value)).toEqual({ ok: false, reason: "not_found" });
    for (let twice = 0; twice < 2; twice++) {
      expect(await removeComment(bob.ctx, mine.value)).toMatchObject({ ok: true });
      expect(await removeComment(ada.ctx, other.value)).toMatchObject({ ok: true });
    }
    expect(await allComments(id)).toEqual([]);
    expect(await sql`select state, text from publication_comments where publication_id = ${id} order by id`).toEqual([
      { state: "deleted", text: "" },
      { state: "removed", text: "rude" },
    ]);
    const target = other.value.id;
    expect(await sql`select action from audit_entries where target_id = ${target}`).toEqual([
      { action: "comment.removed" },
    ]);
  });

  it("of somebody who is suspended is hidden; pages have each comment once", async () => {
    const [ada, bob, eve] = [await named("Ada"), await named("Bob"), await named("Eve")];
    const { id } = await published(backend, ada);
    for (let at = 0; at < 5; at++) await write(bob, id, `number ${at}`);
    await write(eve, id, "hidden soon");
    const seen: string[] = [];
    for (let after = null, pages = 0; pages < 4; pages++) {
      const page: Awaited<ReturnType<typeof listComments>> = await listComments(id, {
        viewerId: null,
        after,
        limit: 2,
      });
      seen.push(...page.comments.map(({ text }) => text));
      after = page.next as never;
      if (!page.next) break;
    }
    expect(seen).toEqual(["hidden soon", "number 4", "number 3", "number 2", "number 1", "number 0"]);
    await sql`update users set suspended_at = now() where id = ${eve.userId}`;
    expect(await countComments(id)).toBe(5);
    expect((await allComments(id)).map(({ authorName }) => authorName)).not.toContain("Eve");
  });
});

describe("a person who leaves", () => {
  it("takes follows, favourites, comments and notices along, and gets them in the export", async () => {
    const [ada, bob] = [await named("Ada"), await named("Bob")];
    const { id, slug } = await published(backend, ada);
    await setFollow(bob.ctx, { handle: ada.handle, follows: "yes" });
    await setFollow(ada.ctx, { handle: bob.handle, follows: "yes" });
    await setPublicFavourite(bob.ctx, { publicationId: id, isFavourite: "yes" });
    await writeComment(bob.ctx, { publicationId: id, text: "so long", at: "0:01" });
    const { readReactions } = await import("@/lib/privacy/exports/reactions/lookups");
    expect(await readReactions(bob.userId)).toMatchObject({
      follows: [{ handle: ada.handle }],
      favourites: [{ slug }],
      comments: [{ slug, text: "so long", atSeconds: 1, state: "shown" }],
      notices: [{ kind: "followed" }],
      reports: [],
    });
    const { emptyAccount, removeAccount } = await import("@/lib/privacy/deletion/jobs");
    await sql`update users set deletion_requested_at = now() - interval '1 year' where id = ${bob.userId}`;
    await emptyAccount(bob.userId);
    expect(await removeAccount(bob.userId)).toBe(true);
    expect(await findItemReactions(null, id)).toMatchObject({ favourites: 0, following: { followers: 0 } });
    expect(await allComments(id)).toEqual([]);
    expect(await sql`select from notices where user_id = ${bob.userId}`).toHaveLength(0);
  });
});
