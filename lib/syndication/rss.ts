import { publicText } from "@/lib/format/public-text";
import { itemAddress, nameOf, titleOf } from "./addresses";
import { cleanLine } from "./clean-text";
import { descriptionOf, tagsOf } from "./item-text";
import type { Feed, PublicItem } from "./schema";
import { element, xmlDocument } from "./xml";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** RFC 822 with a year of four digits, as RSS wants it: `Sun, 01 Mar 2026 12:00:00 GMT`. */
export const rfc822 = (time: Date): string => time.toUTCString();

/** RSS 2.0. Texts are plain; a reader that takes a description for HTML shows the same. */
export function rssOf(feed: Feed, origin: string): string {
  const changedAt = new Date(Math.max(0, ...feed.items.map(({ updatedAt }) => updatedAt.getTime())));
  const self = { href: feed.feedAddress, rel: "self", type: "application/rss+xml" };
  const channel = element("channel", [
    element("title", cleanLine(feed.title)),
    element("link", feed.pageAddress),
    element("description", publicText(feed.description)),
    element("language", "en"),
    element("generator", "SampleMind"),
    ...(feed.items.length > 0 ? [element("lastBuildDate", rfc822(changedAt))] : []),
    element("atom:link", [], self),
    ...feed.items.map((item) => itemOf(item, origin)),
  ]);
  return xmlDocument(element("rss", [channel], NAMESPACES));
}

function itemOf(item: PublicItem, origin: string) {
  const address = itemAddress(origin, item);
  return element("item", [
    element("title", titleOf(item)),
    element("link", address),
    element("guid", address, { isPermaLink: "true" }),
    element("description", descriptionAsHtml(item)),
    element("pubDate", rfc822(item.publishedAt)),
    ...(item.artist ? [element("dc:creator", nameOf(item.artist))] : []),
    ...tagsOf(item).map((tag) => element("category", tag)),
  ]);
}

/** Readers take it for HTML, so that what looks like a tag is escaped once more. */
const descriptionAsHtml = (item: PublicItem) =>
  descriptionOf(item).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
