import { element, xmlDocument } from "./xml";

/** The protocol allows 50,000 in a file. */
export const SITEMAP_ADDRESSES = 40_000;
const NAMESPACE = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };

export interface SitemapEntry {
  address: string;
  /** When what is there has changed; absent where that is not known. */
  changedAt?: Date;
}

export function sitemapOf(entries: readonly SitemapEntry[]): string {
  return xmlDocument(
    element(
      "urlset",
      entries.map((entry) => place("url", entry)),
      NAMESPACE,
    ),
  );
}

/** The list of sitemaps, where one would be too long. */
export function sitemapIndexOf(addresses: readonly string[]): string {
  const parts = addresses.map((address) => place("sitemap", { address }));
  return xmlDocument(element("sitemapindex", parts, NAMESPACE));
}

function place(name: "url" | "sitemap", { address, changedAt }: SitemapEntry) {
  const changed = changedAt ? [element("lastmod", changedAt.toISOString())] : [];
  return element(name, [element("loc", address), ...changed]);
}

/** What searching programs may read. What needs an account would only lead them to the door. */
export function robotsOf(origin: string, closed: readonly string[]): string {
  const rules = closed.map((path) => `Disallow: ${path}`);
  return ["User-agent: *", ...rules, "Allow: /", "", `Sitemap: ${origin}/sitemap.xml`, ""].join("\n");
}
