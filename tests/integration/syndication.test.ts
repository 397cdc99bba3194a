import { randomUUID } from "node:crypto";
import { decode } from "fast-png";
import { afterEach, describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { artistOf, published } from "@/tests/factories/publications";
import {
  parseXml,
  wrongInJsonFeed,
  wrongInOembed,
  wrongInRss,
  wrongInSitemap,
} from "@/tests/factories/published-rules";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { answerArtistFeed, answerGalleryFeed } = await import("@/lib/syndication/feed-answers");
const { answerOembed, answerPicture } = await import("@/lib/syndication/item-answers");
const { answerRobots, answerSitemap } = await import("@/lib/syndication/sitemap-answers");
const { stateOfItem } = await import("@/lib/gallery/lookups");

const HOST = { host: new URL(backend.origin).host, "x-forwarded-proto": "http" };
const asked = (path: string, headers = {}) =>
  new Request(`${backend.origin}${path}`, { headers: { ...HOST, ...headers } });
const read = {
  rss: async (handle?: string) =>
    handle === undefined
      ? answerGalleryFeed(asked("/gallery/feed.xml"), "xml")
      : answerArtistFeed(asked(`/artists/${handle}/feed.xml`), handle, "xml"),
  json: async (handle?: string) =>
    handle === undefined
      ? answerGalleryFeed(asked("/gallery/feed.json"), "json")
      : answerArtistFeed(asked(`/artists/${handle}/feed.json`), handle, "json"),
  sitemap: () => answerSitemap(asked("/sitemap.xml")),
  oembed: (query: string) => answerOembed(asked(`/oembed?${query}`)),
  picture: (slug: string) => answerPicture(asked(`/gallery/${slug}/opengraph.png`), slug),
};
const textOf = async (answer: Promise<Response>) => (await answer).text();
const addressOf = (slug: string) => `${backend.origin}/gallery/${slug}`;
const oembedOf = (slug: string, more = "") => read.oembed(`url=${encodeURIComponent(addressOf(slug))}${more}`);

async function anArtist(name?: string) {
  const person = await backend.person();
  return { person, handle: await artistOf(backend, person, name) };
}

afterEach(() => sql`delete from rate_limits`);

describe("what other programs read", () => {
  it("follows the published rules: feeds, sitemap, oEmbed in both formats", async () => {
    const { person, handle } = await anArtist();
    const { slug, id } = await published(backend, person, { title: "Rain & thunder" });
    for (const of of [undefined, handle]) {
      expect(wrongInRss(await textOf(read.rss(of)))).toEqual([]);
      expect(wrongInJsonFeed(await textOf(read.json(of)))).toEqual([]);
    }
    expect(await textOf(read.rss(handle))).toContain("<title>Rain &amp; thunder</title>");
    const sitemap = await textOf(read.sitemap());
    expect(wrongInSitemap(sitemap)).toEqual([]);
    expect(sitemap).toContain(`<loc>${addressOf(slug)}</loc>`);
    expect(sitemap).toContain(`<loc>${backend.origin}/artists/${handle}</loc>`);
    expect(await answerRobots(asked("/robots.txt")).text()).toContain(`Sitemap: ${backend.origin}/sitemap.xml`);
    const answer = (await (await oembedOf(slug)).json()) as Record<string, unknown>;
    expect(wrongInOembed(answer)).toEqual([]);
    expect(answer).toMatchObject({
      title: "Rain & thunder",
      author_name: "Ada",
      html: expect.stringContaining(`/embed/${id}`),
    });
    const xml = parseXml(await textOf(oembedOf(slug, "&format=xml"))).oembed as Record<string, unknown>;
    expect(wrongInOembed(xml)).toEqual([]);
    const byPlayer = await read.oembed(`url=${encodeURIComponent(`${backend.origin}/embed/${id}`)}`);
    expect(await byPlayer.json()).toEqual(answer);
  });

  it("is open to other sites, kept for a minute, and sent once", async () => {
    const { person, handle } = await anArtist();
    const { slug } = await published(backend, person);
    for (const answer of [await read.rss(handle), await read.json(), await read.sitemap(), await oembedOf(slug)]) {
      expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    const etag = (await read.rss(handle)).headers.get("etag") ?? "";
    const again = await answerArtistFeed(asked("/", { "if-none-match": `"x", W/${etag}` }), handle, "xml");
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("has the picture with the real waveform", async () => {
    const { person } = await anArtist("Ünïcode 雨");
    const { slug } = await published(backend, person, { title: "雨 🎵 \u202e<b>" });
    const answer = await read.picture(slug);
    expect(answer.headers.get("content-type")).toBe("image/png");
    const png = decode(new Uint8Array(await answer.arrayBuffer()));
    expect([png.width, png.height]).toEqual([1200, 630]);
  }, 60_000);

  it("stays whole whatever people write", async () => {
    const texts = ["<script>alert(1)</script>", "\u202egnp\u202c", "a\u200bb\u0007", "]]>&amp;", "x".repeat(10_000)];
    const { person, handle } = await anArtist(`"><script>\u202e`);
    for (const title of texts)
      await published(backend, person, { title, description: title, tags: [title.slice(0, 40)] });
    const [rss, json] = [await textOf(read.rss(handle)), await textOf(read.json(handle))];
    expect(wrongInRss(rss)).toEqual([]);
    expect(wrongInJsonFeed(json)).toEqual([]);
    for (const unwanted of ["<script", "\u202e", "\u200b", "\u0007"]) expect(rss).not.toContain(unwanted);
    for (const unwanted of ["\u202e", "\u200b", "\u0007", "\\u0007"]) expect(json).not.toContain(unwanted);
  });

  it("refuses by name what it does not know", async () => {
    const { person } = await anArtist();
    const { slug } = await published(backend, person);
    expect((await read.oembed("")).status).toBe(400);
    expect((await oembedOf(slug, "&maxwidth=x")).status).toBe(400);
    expect((await oembedOf(slug, "&format=yaml")).status).toBe(501);
    expect((await oembedOf("never-was")).status).toBe(404);
    for (const url of ["https://elsewhere.example/gallery/a", `${backend.origin}/embed/no-id`, "x"])
      expect((await read.oembed(`url=${encodeURIComponent(url)}`)).status).toBe(404);
    expect((await read.picture("never-was")).status).toBe(404);
    expect((await read.rss("nobody")).status).toBe(404);
    expect((await answerSitemap(asked("/sitemap.xml?part=2"))).status).toBe(404);
  });
});

describe("what is gone", () => {
  const endings: Record<string, (item: { id: string; sampleId: string; userId: string }) => Promise<unknown>> = {
    withdrawn: ({ id }) => sql`update publications set state = 'withdrawn' where id = ${id}`,
    "taken down": ({ id }) => sql`update publications set state = 'taken_down' where id = ${id}`,
    expired: ({ id }) => sql`update publications set expires_at = now() where id = ${id}`,
    "in the trash": ({ sampleId }) => sql`update samples set deleted_at = now() where id = ${sampleId}`,
    purged: ({ sampleId }) => sql`delete from samples where id = ${sampleId}`,
    "of somebody suspended": ({ userId }) => sql`update users set suspended_at = now() where id = ${userId}`,
    "of somebody leaving": ({ userId }) => sql`update users set deletion_requested_at = now() where id = ${userId}`,
  };

  it.each(Object.keys(endings))("is in no feed and no sitemap, and answers 410 (%s)", async (name) => {
    const { person, handle } = await anArtist();
    const item = await published(backend, person, { title: `Unmistakable ${randomUUID()}` });
    expect(await textOf(read.rss())).toContain(item.slug);
    expect(await stateOfItem({ id: item.id })).toBe("shown");
    await endings[name]?.({ ...item, userId: person.userId });
    for (const text of [await textOf(read.rss()), await textOf(read.json()), await textOf(read.sitemap())])
      expect(text).not.toContain(item.slug);
    expect((await oembedOf(item.slug)).status).toBe(410);
    expect((await read.oembed(`url=${encodeURIComponent(`${backend.origin}/embed/${item.id}`)}`)).status).toBe(410);
    expect((await read.picture(item.slug)).status).toBe(410);
    expect(await stateOfItem({ id: item.id })).toBe("gone");
    const ofArtist = await read.rss(handle);
    expect(ofArtist.status).toBe(name.startsWith("of somebody") ? 410 : 200);
    expect(await ofArtist.text()).not.toContain(item.slug);
    expect(await textOf(read.sitemap())).not.toContain(`/artists/${handle}<`);
  });
});
