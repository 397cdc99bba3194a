import { XMLParser, XMLValidator } from "fast-xml-parser";

/** Checks of the tests' own, written from the published rules and not from our builders. Each returns what is wrong. */

const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
/** What XML 1.0 does not allow, even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

type Node = Record<string, unknown>;
const listOf = (value: unknown): Node[] =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value]) as Node[];
export const isAbsolute = (text: unknown) =>
  typeof text === "string" && /^https?:\/\/[^/]/.test(text) && URL.canParse(text);
/** What a calendar has: no 31 February, no wrong day of the week. */
const isRfc822 = (value: unknown) =>
  RFC822.test(String(value)) && new Date(String(value)).toUTCString().slice(0, 16) === String(value).slice(0, 16);
export const isRfc3339 = (value: unknown) => RFC3339.test(String(value)) && !Number.isNaN(Date.parse(String(value)));
/** BCP 47, as far as anybody uses it. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

export function parseXml(text: string): Node {
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", parseTagValue: false }).parse(text) as Node;
}

function wellFormed(text: string): string[] {
  const result = XMLValidator.validate(text);
  const errors = result === true ? [] : [`not well-formed: ${result.err.msg}`];
  if (NOT_XML.test(text)) errors.push("a character that XML does not have");
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) errors.push("no declaration");
  return errors;
}

/** RSS 2.0, https://www.rssboard.org/rss-specification, and atom:link of the RSS profile. */
export function wrongInRss(text: string): string[] {
  const errors = wellFormed(text);
  if (errors.length > 0) return errors;
  const rss = parseXml(text).rss as Node | undefined;
  const channel = rss?.channel as Node | undefined;
  if (rss?.["@version"] !== "2.0" || !channel) return ["no rss of version 2.0 with a channel"];
  for (const name of ["title", "link", "description"])
    if (!isText(channel[name])) errors.push(`channel without ${name}`);
  if (!isAbsolute(channel.link)) errors.push("the channel's link is not absolute");
  const self = channel["atom:link"] as Node | undefined;
  if (self?.["@rel"] !== "self" || !isAbsolute(self["@href"])) errors.push("no address of its own");
  if (self?.["@type"] !== "application/rss+xml") errors.push("its own address without a type");
  if (channel.lastBuildDate !== undefined && !isRfc822(channel.lastBuildDate)) errors.push("lastBuildDate");
  if (channel.language !== undefined && !LANGUAGE.test(String(channel.language))) errors.push("language");
  const guids = new Set<unknown>();
  for (const item of listOf(channel.item)) {
    if (!isText(item.title) && !isText(item.description)) errors.push("an item without title and description");
    if (!isAbsolute(item.link)) errors.push(`an item's link is not absolute: ${item.link}`);
    if (!isRfc822(item.pubDate)) errors.push(`pubDate: ${item.pubDate}`);
    if (!listOf(item.category).every(isText)) errors.push("an empty category");
    const guid = (item.guid ?? {}) as Node;
    if (!isText(guid["#text"])) errors.push("no guid");
    if (guid["@isPermaLink"] !== "false" && !isAbsolute(guid["#text"])) errors.push("a guid that is no address");
    if (guids.has(guid["#text"])) errors.push("a guid twice");
    guids.add(guid["#text"]);
  }
  return errors;
}

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
export function wrongInJsonFeed(text: string): string[] {
  const feed = JSON.parse(text) as Node;
  const errors: string[] = [];
  if (feed.version !== "https://jsonfeed.org/version/1.1") errors.push("version");
  if (!isText(feed.title)) errors.push("no title");
  for (const name of ["home_page_url", "feed_url"]) if (!isAbsolute(feed[name])) errors.push(name);
  if (feed.icon !== undefined && !isAbsolute(feed.icon)) errors.push("icon");
  if (feed.language !== undefined && !LANGUAGE.test(String(feed.language))) errors.push("language");
  if (!Array.isArray(feed.items)) return [...errors, "no items"];
  const ids = new Set<unknown>();
  for (const item of feed.items as Node[]) {
    if (!isText(item.id) || ids.has(item.id)) errors.push("an id that is missing, or there twice");
    ids.add(item.id);
    if (typeof item.content_text !== "string" && typeof item.content_html !== "string") errors.push("no content");
    for (const name of ["url", "image"]) if (!isAbsolute(item[name])) errors.push(`${name}: ${item[name]}`);
    for (const name of ["date_published", "date_modified"]) if (!isRfc3339(item[name])) errors.push(name);
    if (Date.parse(String(item.date_modified)) < Date.parse(String(item.date_published)))
      errors.push("changed before it was published");
    if (!Array.isArray(item.tags) || !item.tags.every(isText)) errors.push("tags");
    for (const author of listOf(item.authors)) {
      if (!isText(author.name) && !author.url && !author.avatar) errors.push("an author without all");
      for (const name of ["url", "avatar"])
        if (author[name] !== undefined && !isAbsolute(author[name])) errors.push(`an author's ${name}`);
    }
  }
  return errors;
}

/** https://www.sitemaps.org/protocol.html */
export function wrongInSitemap(text: string): string[] {
  const errors = wellFormed(text);
  if (errors.length > 0) return errors;
  const parsed = parseXml(text);
  const [list, name] = parsed.urlset ? [parsed.urlset as Node, "url"] : [parsed.sitemapindex as Node, "sitemap"];
  if (list?.["@xmlns"] !== "http://www.sitemaps.org/schemas/sitemap/0.9") return ["no sitemap"];
  const places = listOf(list[name]);
  if (places.length > 50_000 || Buffer.byteLength(text) > 50 * 1024 * 1024) errors.push("too long");
  if (places.length === 0) errors.push("nothing in it");
  const seen = new Set<unknown>();
  for (const { loc, lastmod } of places) {
    if (!isAbsolute(loc) || String(loc).length >= 2048) errors.push(`loc: ${loc}`);
    else if (new URL(String(loc)).host !== new URL(String(places[0]?.loc)).host) errors.push(`another host: ${loc}`);
    if (seen.has(loc)) errors.push(`twice: ${loc}`);
    seen.add(loc);
    if (lastmod !== undefined && !isRfc3339(lastmod)) errors.push(`lastmod: ${lastmod}`);
  }
  return errors;
}

/** https://oembed.com, section 2.3.4. Takes the members of either format. */
export function wrongInOembed(answer: Node): string[] {
  const errors: string[] = [];
  if (answer.version !== "1.0") errors.push("version");
  if (answer.type !== "rich") errors.push("type");
  for (const name of ["html", "title", "provider_name"]) if (!isText(answer[name])) errors.push(name);
  for (const name of ["width", "height", "thumbnail_width", "thumbnail_height", "cache_age"])
    if (!/^[1-9]\d*$/.test(String(answer[name]))) errors.push(name);
  for (const name of ["provider_url", "thumbnail_url"]) if (!isAbsolute(answer[name])) errors.push(name);
  if (answer.author_url !== undefined && !isAbsolute(answer.author_url)) errors.push("author_url");
  if (!/^<iframe( [a-z]+="[^"<>]*")+><\/iframe>$/.test(String(answer.html))) errors.push(`html: ${answer.html}`);
  return errors;
}
