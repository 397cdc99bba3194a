import "server-only";
import { createHash } from "node:crypto";
import { cardOf } from "@/lib/gallery/card";
import { PAGE_ITEMS, TRENDING_ITEMS } from "@/lib/gallery/constants";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import type { CardItem } from "@/lib/gallery/schema";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { parseQuery } from "@/lib/search-query/parse";
import { readSite } from "@/lib/site/lookups";
import type { Site } from "@/lib/site/schema";
import { listShown, listTrending } from "./lookups";

export interface GalleryPage {
  query: string;
  problems: string[];
  items: CardItem[];
  /** On the first page without a search, if anybody has listened. */
  trending: CardItem[];
  nextCursor: string | null;
}

/** What everybody sees, also without an account. A cursor that cannot be read begins at the front. */
export async function readGalleryPage(wanted: { query: string; after: string | null }): Promise<GalleryPage> {
  const query = wanted.query.slice(0, QUERY_CHARACTERS_MAX);
  const parsed = parseQuery(query);
  const after = wanted.after === null ? null : readListCursor(wanted.after);
  const isFront = query.trim() === "" && after === null;
  const [page, trending] = await Promise.all([
    listShown({ query: parsed, after, limit: PAGE_ITEMS }),
    isFront ? listTrending(TRENDING_ITEMS) : [],
  ]);
  return {
    query,
    problems: parsed.problems.map(({ message }) => message),
    items: page.items.map(cardOf),
    trending: trending.map(cardOf),
    nextCursor: listCursor(page.next),
  };
}

/** Is another one as soon as a stranger's page would be: it is made of everything in the page that can change. */
export const revisionOf = (page: GalleryPage, site: Site): string =>
  createHash("sha256")
    .update(JSON.stringify([page, site]))
    .digest("base64url");

/** The revision that the page of an address has now. The database is asked, nothing is drawn. */
export async function galleryRevision(asked: URLSearchParams): Promise<string> {
  const wanted = { query: asked.get("q") ?? "", after: asked.get("after") };
  const [page, site] = await Promise.all([readGalleryPage(wanted), readSite()]);
  return revisionOf(page, site);
}
