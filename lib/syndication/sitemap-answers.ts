import "server-only";
import { HELP_PATHS } from "@/lib/help/addresses";
import { requestOrigin } from "@/lib/request/request-origin";
import { artistAddress, galleryAddress, itemAddress } from "./addresses";
import { missing, shown, tooMany } from "./answer";
import { countItems, listAddresses, listArtists } from "./lookups";
import { robotsOf, SITEMAP_ADDRESSES, type SitemapEntry, sitemapIndexOf, sitemapOf } from "./sitemap";

const XML = "application/xml; charset=utf-8";
const ARTISTS_MAX = 9000;
/** What needs an account, what a link opens, and what is for programs. */
const CLOSED = [
  "/api/",
  "/s3/",
  "/shared/",
  "/plays",
  "/embed/",
  "/admin",
  "/settings",
  "/samples/",
  "/library",
  "/dashboard",
];

/** The addresses of everything public. With more than one file can hold, a list of files. */
export async function answerSitemap(request: Request): Promise<Response> {
  const refusal = await tooMany(request);
  if (refusal) return refusal;
  const origin = requestOrigin(request.headers);
  const asked = new URL(request.url).searchParams.get("part");
  const parts = Math.max(1, Math.ceil((await countItems()) / SITEMAP_ADDRESSES));
  if (asked === null && parts > 1) {
    const addresses = Array.from({ length: parts }, (_, part) => `${origin}/sitemap.xml?part=${part + 1}`);
    return shown(request, sitemapIndexOf(addresses), XML);
  }
  const part = asked === null ? 1 : Number(asked);
  if (!Number.isInteger(part) || part < 1 || part > parts) return missing();
  const items = await listAddresses({ limit: SITEMAP_ADDRESSES, offset: (part - 1) * SITEMAP_ADDRESSES });
  const entries = items.map((item) => ({ address: itemAddress(origin, item), changedAt: item.updatedAt }));
  return shown(request, sitemapOf(part === 1 ? [...(await firstEntries(origin)), ...entries] : entries), XML);
}

async function firstEntries(origin: string): Promise<SitemapEntry[]> {
  const artists = await listArtists(ARTISTS_MAX);
  return [
    { address: `${origin}/` },
    { address: galleryAddress(origin) },
    ...HELP_PATHS.map((path) => ({ address: `${origin}${path}` })),
    ...artists.map((artist) => ({ address: artistAddress(origin, artist), changedAt: artist.updatedAt })),
  ];
}

export function answerRobots(request: Request): Response {
  return shown(request, robotsOf(requestOrigin(request.headers), CLOSED), "text/plain; charset=utf-8");
}
