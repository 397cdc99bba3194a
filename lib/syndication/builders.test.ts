import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { headOf, wrongInCard, wrongInData, wrongInOpenGraph } from "@/tests/factories/page-head-rules";
import {
  parseXml,
  wrongInJsonFeed,
  wrongInOembed,
  wrongInRss,
  wrongInSitemap,
} from "@/tests/factories/published-rules";
import { itemOfAddress } from "./addresses";
import { cleanLine } from "./clean-text";
import { descriptionOf, factsOf, isoLength } from "./item-text";
import { jsonFeedOf } from "./json-feed";
import { artistAsJsonLd, itemAsJsonLd, jsonLdText } from "./json-ld";
import { artistMetadata, galleryMetadata, itemMetadata } from "./metadata";
import { oembedOf, oembedXmlOf } from "./oembed";
import { drawableText } from "./picture-text";
import { rssOf } from "./rss";
import type { PublicItem } from "./schema";
import { robotsOf, sitemapIndexOf, sitemapOf } from "./sitemap";

const ORIGIN = "https://music.example.org";
const item: PublicItem = {
  id: "01a1fbfb-bd28-714a-bdb4-646dd4da4a09",
  slug: "rain-on-tin",
  title: "Rain on tin",
  description: "Recorded in March.\nTwo microphones.",
  tags: ["rain", "field recording"],
  licence: "cc-by",
  aiTraining: "not_allowed",
  bpm: 92.4,
  keyTonic: 9,
  keyMode: "minor",
  seconds: 187,
  overview: Buffer.from([0, 128, 255]).toString("base64"),
  hasPreview: true,
  artist: { handle: "ada", name: "Ada", avatar: null },
  publishedAt: new Date("2026-03-01T12:00:00.500Z"),
  updatedAt: new Date("2026-03-02T12:00:00Z"),
};
const feed = (items: PublicItem[]) => ({
  title: "SampleMind gallery",
  description: "New sounds.",
  pageAddress: `${ORIGIN}/gallery`,
  feedAddress: `${ORIGIN}/gallery/feed.xml`,
  items,
});

/** What people write, and what people write who mean harm. */
const TEXTS = [
  "<script>alert(1)</script>",
  `"'><img src=x onerror=alert(1)>`,
  "]]> & &amp; &lt; <!-- -->",
  "\u202egnp.exe\u202c \u2066inside\u2069",
  "zero\u200bwidth\ufeff \u0000\u0007\u001b[31m",
  "lone \ud800 surrogate \uffff",
  "  ",
  "\u200b\u200b",
  "日本の雨 🎵 مطر",
  "x".repeat(10_000),
];
const hostile = TEXTS.map((text, index) => ({
  ...item,
  id: item.id.replace(/.$/, String(index)),
  slug: `slug-${index}`,
  title: text,
  description: text,
  tags: [text],
  artist: { handle: `h${index}`, name: text, avatar: null },
}));

describe("a feed", () => {
  it("follows the rules of RSS 2.0, with an item and without", () => {
    expect(wrongInRss(rssOf(feed([item]), ORIGIN))).toEqual([]);
    expect(wrongInRss(rssOf(feed([]), ORIGIN))).toEqual([]);
    const channel = (parseXml(rssOf(feed([item]), ORIGIN)).rss as { channel: { item: unknown } }).channel;
    expect(channel.item).toMatchObject({
      title: "Rain on tin",
      link: `${ORIGIN}/gallery/rain-on-tin`,
      pubDate: "Sun, 01 Mar 2026 12:00:00 GMT",
      "dc:creator": "Ada",
      category: ["rain", "field recording"],
    });
  });

  it("follows the rules of JSON Feed 1.1", () => {
    expect(wrongInJsonFeed(JSON.stringify(jsonFeedOf(feed([item]), ORIGIN)))).toEqual([]);
    expect(wrongInJsonFeed(JSON.stringify(jsonFeedOf(feed([{ ...item, artist: null }]), ORIGIN)))).toEqual([]);
  });

  it("stays whole whatever people write", () => {
    const xml = rssOf(feed(hostile), ORIGIN);
    expect(wrongInRss(xml)).toEqual([]);
    expect(wrongInJsonFeed(JSON.stringify(jsonFeedOf(feed(hostile), ORIGIN)))).toEqual([]);
    expect(xml).not.toContain("<script");
    expect(xml).not.toContain("<img");
    // A reader takes a description for HTML.
    const channel = (parseXml(xml).rss as { channel: { item: { description: string }[] } }).channel;
    for (const { description } of channel.item) expect(description.replaceAll("<br>", "")).not.toMatch(/<[a-z!/]/i);
  });
});

describe("the checks of the tests", () => {
  it("find what is wrong", () => {
    const xml = rssOf(feed([item]), ORIGIN);
    expect(wrongInRss(xml.replace("</title>", ""))).not.toEqual([]);
    expect(wrongInRss(xml.replace(" GMT", ""))).not.toEqual([]);
    expect(wrongInRss(xml.replaceAll(ORIGIN, ""))).not.toEqual([]);
    expect(wrongInSitemap(sitemapOf([{ address: "/gallery" }]))).not.toEqual([]);
    expect(wrongInJsonFeed(JSON.stringify({ ...jsonFeedOf(feed([item]), ORIGIN), version: "1" }))).not.toEqual([]);
    expect(wrongInOembed({ ...oembedOf(item, { origin: ORIGIN }), html: "<script></script>" })).not.toEqual([]);
  });
});

describe("the checks of a page's head", () => {
  const html = `<html lang="en"><link rel="canonical" href="${ORIGIN}/gallery/a"><meta property="og:title" content="A &amp; b">
    <meta property="og:type" content="music.song"><meta property="og:url" content="${ORIGIN}/gallery/a">
    <meta property="og:site_name" content="S"><meta property="og:description" content="D">
    <meta property="og:image" content="${ORIGIN}/a.png"><meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630"><meta property="og:image:alt" content="A">
    <meta property="og:image:type" content="image/png"><meta property="music:duration" content="3">
    <meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="A">
    <meta name="twitter:description" content="D"><meta name="twitter:image" content="${ORIGIN}/a.png">`;
  const wrong = (text: string) => [...wrongInOpenGraph(headOf(text)), ...wrongInCard(headOf(text))];

  it("find what is wrong in what other sites show", () => {
    expect(headOf(html).meta.get("og:title")).toEqual(["A & b"]);
    expect(wrong(html)).toEqual([]);
    for (const [right, changed] of [
      ['og:title" content="A &amp; b"', 'og:title" content=" "'],
      [`og:image" content="${ORIGIN}`, 'og:image" content="'],
      [`canonical" href="${ORIGIN}/gallery/a`, `canonical" href="${ORIGIN}/gallery/b`],
      ['content="1200"', 'content="wide"'],
      ['og:image:alt"', 'og:alt"'],
      ['duration" content="3"', 'duration" content="0"'],
      ['content="music.song"', 'content="website"'],
      ['content="summary_large_image"', 'content="huge"'],
      ['name="twitter:image"', 'name="twitter:player"'],
    ] as const)
      expect(wrong(html.replace(right, changed)), changed).not.toEqual([]);
  });

  it("find what is wrong in what searching programs read", () => {
    const right = itemAsJsonLd(item, ORIGIN) as Record<string, unknown>;
    expect(wrongInData([right])).toEqual([]);
    for (const part of [
      { "@context": undefined },
      { "@type": "Song" },
      { url: "/gallery/rain-on-tin" },
      { duration: "3:07" },
      { datePublished: "1 March 2026" },
      { byArtist: { "@type": "Person", name: "" } },
      { audio: { "@type": "AudioObject", name: "x", duration: "PT1S", uploadDate: "2026-03-01T12:00:00Z" } },
    ])
      expect(wrongInData([{ ...right, ...part }]), JSON.stringify(part)).not.toEqual([]);
    expect(wrongInData([artistAsJsonLd({ handle: "ada", name: "Ada", avatar: null }, ORIGIN) as never])).toEqual([]);
  });
});

describe("the sitemap", () => {
  it("follows the protocol, alone and as a list of files", () => {
    const entries = [{ address: `${ORIGIN}/` }, { address: `${ORIGIN}/gallery/a&b`, changedAt: item.updatedAt }];
    expect(wrongInSitemap(sitemapOf(entries))).toEqual([]);
    expect(wrongInSitemap(sitemapIndexOf([`${ORIGIN}/sitemap.xml?part=1`, `${ORIGIN}/sitemap.xml?part=2`]))).toEqual(
      [],
    );
    expect(robotsOf(ORIGIN, ["/api/"])).toBe(
      `User-agent: *\nDisallow: /api/\nAllow: /\n\nSitemap: ${ORIGIN}/sitemap.xml\n`,
    );
  });
});

describe("oEmbed", () => {
  it("follows the specification in both formats, whatever people write", () => {
    for (const one of [item, { ...item, artist: null }, ...hostile]) {
      const answer = oembedOf(one, { origin: ORIGIN });
      expect(wrongInOembed(answer ?? {})).toEqual([]);
      const xml = parseXml(oembedXmlOf(answer ?? {})).oembed as Record<string, unknown>;
      expect(wrongInOembed(xml)).toEqual([]);
      expect(xml.html).toBe(answer?.html);
    }
  });

  it("keeps to the room that there is, and says if there is too little", () => {
    expect(oembedOf(item, { origin: ORIGIN, maxWidth: 320, maxHeight: 150 })).toMatchObject({
      width: 320,
      height: 150,
    });
    expect(oembedOf(item, { origin: ORIGIN, maxWidth: 5000 })).toMatchObject({ width: 640 });
    expect(oembedOf(item, { origin: ORIGIN, maxWidth: 100 })).toBeNull();
  });

  it("knows its own addresses and no others", () => {
    const of = (address: string) => itemOfAddress(ORIGIN, address);
    expect(of(`${ORIGIN}/gallery/rain-on-tin`)).toEqual({ slug: "rain-on-tin" });
    expect(of(`${ORIGIN}/gallery/rain-on-tin/?utm=x#t=3`)).toEqual({ slug: "rain-on-tin" });
    expect(of(`${ORIGIN}/embed/${item.id}`)).toEqual({ id: item.id });
    const others = ["https://elsewhere.example/gallery/a", `${ORIGIN}.evil.example/gallery/a`, `${ORIGIN}/samples/a`];
    for (const address of [
      ...others,
      `${ORIGIN}/gallery`,
      `${ORIGIN}/gallery/a/b`,
      `${ORIGIN}/gallery/%E0%A4%A`,
      "x",
      "javascript:alert(1)",
    ])
      expect(of(address), address).toBeNull();
  });
});

describe("metadata", () => {
  it("names one address and what other sites show", () => {
    const head = itemMetadata(item, ORIGIN, "Northern Loops", ENGLISH);
    expect(head.alternates?.canonical).toBe(`${ORIGIN}/gallery/rain-on-tin`);
    expect(head.title).toBe("Rain on tin by Ada");
    expect(head.openGraph).toMatchObject({
      type: "music.song",
      siteName: "Northern Loops",
      images: [{ url: `${ORIGIN}/gallery/rain-on-tin/opengraph.png`, width: 1200, height: 630 }],
    });
    expect(head.twitter).toMatchObject({ card: "summary_large_image" });
    expect(
      artistMetadata(
        { handle: "ada", name: "Ada", avatar: "0123456789ab", bio: "" },
        ORIGIN,
        "Northern Loops",
        ENGLISH,
      ),
    ).toMatchObject({
      description: "Sounds by Ada.",
      alternates: { canonical: `${ORIGIN}/artists/ada` },
    });
    const siteName = "Northern Loops";
    expect(galleryMetadata(ORIGIN, { isWholeGallery: false, siteName }, ENGLISH).robots).toEqual({
      index: false,
      follow: true,
    });
    expect(galleryMetadata(ORIGIN, { isWholeGallery: true, siteName }, ENGLISH).robots).toBeUndefined();
  });

  it("is MusicRecording for searching programs, and no text breaks out of its script", () => {
    expect(itemAsJsonLd(item, ORIGIN)).toMatchObject({
      "@type": "MusicRecording",
      duration: "PT3M7S",
      license: "https://creativecommons.org/licenses/by/4.0/",
      byArtist: { "@type": "Person", name: "Ada", url: `${ORIGIN}/artists/ada` },
      audio: { "@type": "AudioObject", contentUrl: `${ORIGIN}/gallery/rain-on-tin/audio` },
    });
    for (const one of hostile) {
      const text = jsonLdText(itemAsJsonLd(one, ORIGIN));
      expect(text).not.toMatch(/[<>&]/);
      expect(JSON.parse(text)).toEqual(itemAsJsonLd(one, ORIGIN));
      expect(wrongInData([itemAsJsonLd(one, ORIGIN) as Record<string, unknown>])).toEqual([]);
    }
    expect(artistAsJsonLd({ handle: "ada", name: "Ada", avatar: null }, ORIGIN)).toMatchObject({
      "@type": "ProfilePage",
    });
    expect(itemAsJsonLd({ ...item, licence: "all-rights-reserved" }, ORIGIN)).not.toHaveProperty("license");
  });
});

describe("texts", () => {
  it("lose what is invisible or turns them around, and keep every language", () => {
    expect(cleanLine("\u202egnp.exe\u202c a\u200bb\r\nc")).toBe("gnp.exe ab c");
    expect(cleanLine("日本の雨 مطر 🎤 \uffff")).toBe("日本の雨 مطر 🎤");
    expect([...cleanLine("🎵".repeat(400))]).toHaveLength(300);
  });

  it("say what a sound is where nobody wrote anything", () => {
    expect(factsOf(item)).toBe("3:07 · 92.4 BPM · A minor");
    expect(descriptionOf({ ...item, description: " \u200b" })).toBe("A sound by Ada: 3:07 · 92.4 BPM · A minor.");
    expect(isoLength(0.2)).toBe("PT1S");
  });

  it("are drawn as far as the picture's font goes", () => {
    expect(drawableText("Über C♯ Ĕ “x” Дождь", 60)).toBe("Über C# E “x” Дождь");
    expect(drawableText("日本 🎵 ok", 60)).toBe("ok");
    expect(drawableText("a".repeat(99), 10)).toBe(`${"a".repeat(9)}…`);
  });
});
