import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "@/lib/moderation/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { artistOf, published } from "@/tests/factories/publications";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { answerAppeal, answerReports, appealTakeDown, reportPublic } = await import("@/lib/moderation/mutations");
const { listAppeals, listReported } = await import("@/lib/moderation/data");
const { writeComment } = await import("@/lib/comments/mutations");
const { stateOfItem } = await import("@/lib/gallery/lookups");
const { listShown } = await import("@/lib/gallery/listing/lookups");
const { countUnread, listNotices } = await import("@/lib/notices/data");
const { readAllNotices, readNotice, setDigest } = await import("@/lib/notices/mutations");
const { sweepNotices, writeDigest } = await import("@/lib/notices/jobs");
const { listDueDigests } = await import("@/lib/notices/lookups");
const { notify } = await import("@/lib/notices/writes");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { asSystem } = await import("@/lib/audit/sources");
const { answerGalleryFeed } = await import("@/lib/syndication/feed-answers");
const { answerSitemap } = await import("@/lib/syndication/sitemap-answers");
const { parseQuery } = await import("@/lib/search-query/parse");

let admin: Person;
beforeAll(async () => {
  admin = await backend.person("Admin");
});

async function named(name: string) {
  const person = await backend.person(name);
  return { ...person, handle: await artistOf(backend, person, name) };
}

let homes = 0;
/** Each report comes from an address of its own, so that none is too many, unless the test says where it is from. */
const facts = (address = `2001:db8:0:${(++homes).toString(16)}::1`) => ({
  requestId: randomUUID(),
  address,
  userAgent: "a browser",
});
const report = (more: Partial<Report> & { publicationId: string }, userId: string | null = null, address?: string) =>
  reportPublic({ userId, facts: facts(address) }, { reason: "copyright", text: "It is mine", ...more });
const queue = async () => (await listReported(admin.ctx.actor, { after: null, limit: 100 })).things;
const about = async (publicationId: string) => (await queue()).filter((thing) => thing.publicationId === publicationId);
const noticesOf = async (person: Person) =>
  (await listNotices(person.ctx.actor.id, { after: null, limit: 50 })).notices;

const programs = async () => {
  const ask = (path: string) => new Request(`http://here${path}`, { headers: { host: "here" } });
  const answers = [await answerGalleryFeed(ask("/gallery/feed.xml"), "xml"), await answerSitemap(ask("/sitemap.xml"))];
  return (await Promise.all(answers.map((answer) => answer.text()))).join();
};

describe("a report", () => {
  it("is one of a person, several of strangers, and none of a program or too many", async () => {
    const [ada, bob] = [await named("Ada"), await backend.person("Bob")];
    const { id } = await published(backend, ada);
    const wanted = { publicationId: id };
    const twice = [report(wanted, bob.userId), report({ ...wanted, reason: "spam" }, bob.userId)];
    for (const answer of await Promise.all(twice)) expect(answer).toMatchObject({ ok: true });
    expect(await report({ ...wanted, text: "\u202eme too" })).toMatchObject({ ok: true });
    expect(await report({ ...wanted, website: "https://spam.example" })).toMatchObject({ ok: true });
    expect(await about(id)).toMatchObject([{ reports: 2, title: "Rain on tin", comment: null }]);
    expect((await about(id))[0]?.texts).toContain("me too");
    const many = [];
    for (let at = 0; at < 7; at++) many.push(await report(wanted, null, "198.51.100.1"));
    expect(many.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false]);
    expect(many.at(-1)).toEqual({ ok: false, reason: "too_many_reports" });
    expect(await report({ publicationId: randomUUID() })).toEqual({ ok: false, reason: "not_found" });
    const gone = await published(backend, ada, { state: "withdrawn" });
    expect(await report({ publicationId: gone.id })).toEqual({ ok: false, reason: "gone" });
  });

  it("stands in a queue that only admins read, the oldest first, each thing once over its pages", async () => {
    const ada = await named("Ada");
    await expect(listReported(ada.ctx.actor, { after: null, limit: 1 })).rejects.toThrow("forbidden");
    await sql`delete from reports`;
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) {
      const { id } = await published(backend, ada);
      ids.push(id);
      for (let more = 0; more <= at % 2; more++) await report({ publicationId: id }, null, `203.0.113.${at}`);
    }
    const seen: string[] = [];
    for (let after = null, pages = 0; pages < 5; pages++) {
      const page: Awaited<ReturnType<typeof listReported>> = await listReported(admin.ctx.actor, { after, limit: 2 });
      seen.push(...page.things.map(({ publicationId }) => publicationId));
      after = page.next as never;
      if (!page.next) break;
    }
    expect(seen).toEqual(ids);
  });

  it("of a comment removes the comment, tells its author, and leaves the item", async () => {
    const [ada, bob] = [await named("Ada"), await named("Bob")];
    const { id } = await published(backend, ada);
    const made = await writeComment(bob.ctx, { publicationId: id, text: "rude" });
    const commentId = made.ok ? made.value.id : "";
    expect(await report({ publicationId: id, commentId, reason: "offensive" })).toMatchObject({ ok: true });
    expect(await about(id)).toMatchObject([{ comment: { id: commentId, text: "rude", userId: bob.userId } }]);
    const answer = { publicationId: id, commentId, decision: "uphold", reason: "" } as const;
    expect(await answerReports(admin.ctx, answer)).toMatchObject({ ok: true });
    expect(await sql`select state from publication_comments where id = ${commentId}`).toEqual([{ state: "removed" }]);
    expect(await noticesOf(bob)).toMatchObject([{ kind: "comment_removed", title: "Rain on tin" }]);
    expect(await stateOfItem({ id })).toBe("shown");
    expect(await report({ publicationId: id, commentId })).toEqual({ ok: false, reason: "gone" });
  });
});

describe("what an admin takes down", () => {
  const uphold = (publicationId: string, reason = "Somebody else made this.") =>
    answerReports(admin.ctx, { publicationId, commentId: null, decision: "uphold", reason });

  it("is gone everywhere, with a reason for its owner, who answers once; restored, it is back", async () => {
    const ada = await named("Ada");
    const { id, slug, sampleId } = await published(backend, ada, { title: "Taken rain" });
    await report({ publicationId: id });
    expect(await programs()).toContain(slug);
    await expect(uphold(id, " ")).rejects.toThrow(/Say why/);
    await expect(answerReports(ada.ctx, { publicationId: id, commentId: null, decision: "dismiss" })).rejects.toThrow(
      "forbidden",
    );
    const answers = await Promise.all([uphold(id), uphold(id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOfItem({ slug })).toBe("gone");
    expect(await programs()).not.toContain(slug);
    const listed = await listShown({ query: parseQuery(""), after: null, limit: 500 });
    expect(listed.items.map((item) => item.id)).not.toContain(id);
    expect(await about(id)).toEqual([]);
    expect(await noticesOf(ada)).toMatchObject([
      { kind: "taken_down", title: "Taken rain", quote: "Somebody else made this.", path: `/samples/${sampleId}` },
    ]);

    const other = await named("Other");
    expect(await appealTakeDown(other.ctx, { id, text: "mine" })).toEqual({ ok: false, reason: "not_found" });
    const appeals = [1, 2].map(() => appealTakeDown(ada.ctx, { id, text: "I recorded it myself." }));
    expect((await Promise.all(appeals)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listAppeals(admin.ctx.actor, 10)).toMatchObject([
      { publicationId: id, appeal: "I recorded it myself." },
    ]);
    const restored = [1, 2].map(() => answerAppeal(admin.ctx, { id, decision: "restore" }));
    expect((await Promise.all(restored)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOfItem({ slug })).toBe("shown");
    expect(await programs()).toContain(slug);
    expect((await noticesOf(ada)).map(({ kind }) => kind)).toEqual(["restored", "taken_down"]);
    const actions = await sql`select action from audit_entries where target_id = ${id} order by seq`;
    expect(actions.map(({ action }) => action)).toEqual([
      ...["report.upheld", "publication.taken_down", "publication.appealed", "publication.restored"],
    ]);

    // Taken down once more, its owner is told again, and may answer again.
    await report({ publicationId: id });
    await uphold(id, "Again.");
    expect(await countUnread(ada.ctx.actor.id)).toBe(3);
    expect(await appealTakeDown(ada.ctx, { id, text: "Still mine." })).toMatchObject({ ok: true });
    expect(await answerAppeal(admin.ctx, { id, decision: "keep" })).toMatchObject({ ok: true });
    expect(await appealTakeDown(ada.ctx, { id, text: "Please" })).toEqual({ ok: false, reason: "already_appealed" });
    expect(await listAppeals(admin.ctx.actor, 10)).toEqual([]);
    expect(await stateOfItem({ slug })).toBe("gone");
    expect((await noticesOf(ada))[0]).toMatchObject({ kind: "kept_down", quote: "Again." });
  });

  it("was dismissed: it stays, and the next report stands in the queue", async () => {
    const ada = await named("Ada");
    const { id } = await published(backend, ada);
    await report({ publicationId: id });
    const dismiss = { publicationId: id, commentId: null, decision: "dismiss" } as const;
    expect(await answerReports(admin.ctx, dismiss)).toEqual({ ok: true, value: { reports: 1 } });
    expect(await answerReports(admin.ctx, dismiss)).toEqual({ ok: false, reason: "already_answered" });
    expect(await stateOfItem({ id })).toBe("shown");
    await report({ publicationId: id });
    expect(await about(id)).toHaveLength(1);
  });
});

describe("notices", () => {
  const tell = (person: Person, sameAs: string) =>
    inTransaction(asSystem(), (work) =>
      notify(work, [{ userId: person.userId, kind: "followed", details: { userId: admin.userId }, sameAs }]),
    );
  /** Not the letter that confirms an address. */
  const digestsTo = ({ email }: Person) =>
    sql`select body from mails where recipient = ${email} and subject = 'What is new for you on SampleMind' order by id`;

  it("are told once, read one by one or all, and are nobody else's", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    for (const sameAs of ["one", "one", "two"]) await tell(ada, sameAs);
    expect(await countUnread(ada.ctx.actor.id)).toBe(2);
    const [first] = await noticesOf(ada);
    const id = first?.id ?? "";
    expect(await readNotice(bob.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    for (let twice = 0; twice < 2; twice++) expect(await readNotice(ada.ctx, { id })).toMatchObject({ ok: true });
    expect(await readAllNotices(ada.ctx)).toEqual({ ok: true, value: { read: 1 } });
    expect(await readAllNotices(ada.ctx)).toEqual({ ok: true, value: { read: 0 } });
    const live = await sql`select type from live_events where user_id = ${ada.userId} and type = 'notices'`;
    expect(live).toHaveLength(4);
    await sql`update notices set read_at = now() - interval '1 year' where user_id = ${ada.userId}`;
    expect(await sweepNotices()).toBe(2);
  });

  it("come by e-mail only to those who want that and whose address it is", async () => {
    const [ada, bob] = [await backend.person("Ada"), await backend.person("Bob")];
    expect(await setDigest(ada.ctx, { digest: "daily" })).toEqual({ ok: false, reason: "unverified" });
    await sql`update users set email_verified_at = now() where id = ${ada.userId}`;
    expect(await setDigest(ada.ctx, { digest: "daily" })).toMatchObject({ ok: true });
    expect(await listDueDigests(10)).toEqual([]);
    for (const person of [ada, bob]) await tell(person, "news");
    expect(await listDueDigests(10)).toEqual([ada.userId]);
    // Two runs at once, and one more after a crash.
    await Promise.all([writeDigest(ada.userId), writeDigest(ada.userId)]);
    await writeDigest(ada.userId);
    await writeDigest(bob.userId);
    expect(await digestsTo(ada)).toHaveLength(1);
    expect(await digestsTo(bob)).toEqual([]);
    // The next one: a day later, and only of what is new.
    await tell(ada, "more");
    expect(await listDueDigests(10)).toEqual([]);
    await sql`update person_settings set digest_sent_at = now() - interval '1 day' where user_id = ${ada.userId}`;
    expect(await writeDigest(ada.userId)).toBe(true);
    const [, second] = await digestsTo(ada);
    expect(second?.body).toContain("- 1 person follows you.");
    await setDigest(ada.ctx, { digest: "never" });
    await tell(ada, "silent");
    await sql`update person_settings set digest_sent_at = null where user_id = ${ada.userId}`;
    expect(await writeDigest(ada.userId)).toBe(false);
  });
});
