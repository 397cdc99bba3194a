import { beforeAll, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { artistOf, published } from "@/tests/factories/publications";
import { greyPng } from "@/tests/fixtures/tagged-files";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { answerAvatar } = await import("@/lib/artists/avatar/answers");
const { answerArtistFeed } = await import("@/lib/syndication/feed-answers");
const { findArtist } = await import("@/lib/artists/lookups");
const { archiveOf } = await import("@/lib/privacy/exports/archive");
const { emptyAccount, removeAccount } = await import("@/lib/privacy/deletion/jobs");
const { findNamed } = await import("@/lib/objects/lookups");

beforeAll(async () => {
  await backend.person("Admin");
});

const send = (person: Person | null, bytes: Uint8Array) =>
  call(person, "/api/v1/artist/picture", { method: "POST", body: Buffer.from(bytes) });
const remove = (person: Person) => call(person, "/api/v1/artist/picture", { method: "DELETE" });
const codeOf = async (answer: Promise<Response>) => {
  const given = await answer;
  const body = given.status === 204 ? {} : ((await given.json()) as { code?: string });
  return `${given.status} ${body.code ?? ""}`.trim();
};
interface Sent {
  picture: { large: string; small: string };
}
const look = (address: string, headers: Record<string, string> = {}) => {
  const [, , handle = "", , name = ""] = new URL(address).pathname.split("/");
  return answerAvatar(new Request(address, { headers }), { handle, name });
};

/** A person with a public page and a picture. */
async function pictured() {
  const person = await backend.person();
  const handle = await artistOf(backend, person);
  return { person, handle, ...(await backend.data<Sent>(send(person, greyPng(300)))) };
}

describe("a picture of an artist", () => {
  it("is seen in two sizes, and kept for long by whoever saw it", async () => {
    const { picture } = await pictured();
    for (const address of [picture.large, picture.small]) {
      const seen = await look(address);
      expect(seen.status).toBe(200);
      expect(seen.headers.get("content-type")).toBe("image/webp");
      expect(seen.headers.get("cache-control")).toBe("public, max-age=604800, immutable");
      const bytes = Buffer.from(await seen.arrayBuffer());
      expect(bytes.toString("latin1", 8, 12)).toBe("WEBP");
      expect(bytes.includes("where it was taken")).toBe(false);
      expect((await look(address, { "if-none-match": seen.headers.get("etag") ?? "" })).status).toBe(304);
    }
  });

  it("is in the feed of the artist and in the export of the account", async () => {
    const { person, handle, picture } = await pictured();
    await published(backend, person);
    const host = { host: new URL(backend.origin).host, "x-forwarded-proto": "http" };
    const feed = await answerArtistFeed(new Request(backend.origin, { headers: host }), handle, "json");
    const { icon, items } = (await feed.json()) as { icon: string; items: { authors: { avatar: string }[] }[] };
    expect([icon, items[0]?.authors[0]?.avatar]).toEqual([picture.large, picture.large]);
    const parts: Buffer[] = [];
    for await (const part of archiveOf(person.userId)) parts.push(part);
    expect(Buffer.concat(parts).includes("picture.webp")).toBe(true);
  });

  it("is replaced and removed with its bytes", async () => {
    const { person, picture: first } = await pictured();
    const { picture: second } = await backend.data<Sent>(send(person, greyPng(200)));
    expect(second.large).not.toBe(first.large);
    expect((await look(first.large)).status).toBe(404);
    expect(await backend.objectKeys(`avatars/${person.userId}`)).toHaveLength(2);
    expect(await codeOf(remove(person))).toBe("204");
    expect(await codeOf(remove(person))).toBe("204");
    expect((await look(second.small)).status).toBe(404);
    expect(await backend.objectKeys(`avatars/${person.userId}`)).toEqual([]);
  });

  it("stays one when two tabs change it at once", async () => {
    const { person, handle } = await pictured();
    const answers = await Promise.all([send(person, greyPng(100)), send(person, greyPng(120))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const stored = await backend.objectKeys(`avatars/${person.userId}`);
    expect(stored).toHaveLength(2);
    expect(await findNamed(stored)).toEqual(new Set(stored));
    expect(await findArtist(handle)).toMatchObject({ avatar: stored[0]?.slice(-12) });
  });

  it("is gone with the account, and while it is suspended", async () => {
    const { person, picture } = await pictured();
    await sql`update users set suspended_at = now(), deletion_requested_at = now() - interval '400 days'
      where id = ${person.userId}`;
    expect((await look(picture.large)).status).toBe(410);
    await emptyAccount(person.userId);
    expect(await removeAccount(person.userId)).toBe(true);
    expect((await look(picture.large)).status).toBe(404);
    expect(await backend.objectKeys(`avatars/${person.userId}`)).toEqual([]);
  });

  it("is refused with a reason, and the one before stays", async () => {
    const { person, picture } = await pictured();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const bad of [Buffer.alloc(0), Buffer.from(svg), greyPng(64).subarray(0, 90), Buffer.alloc(100_000, 7)])
      expect(await codeOf(send(person, bad))).toBe("422 not_a_picture");
    expect(await codeOf(send(person, greyPng(8, 60_000)))).toBe("422 too_many_pixels");
    expect(await codeOf(send(person, Buffer.alloc(9 * 1024 ** 2)))).toBe("413 too_large");
    expect(await codeOf(send(null, greyPng(8)))).toBe("401 unauthenticated");
    expect(await codeOf(send(await backend.person("No page"), greyPng(8)))).toBe("409 no_public_page");
    expect((await look(picture.large)).status).toBe(200);
    for (const name of ["0123456789ab-128.webp", "../x", "x"])
      expect((await look(new URL(name, picture.large).toString())).status).toBe(404);
  });
});
