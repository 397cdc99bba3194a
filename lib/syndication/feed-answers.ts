import "server-only";
import { findArtist } from "@/lib/artists/lookups";
import { requestOrigin } from "@/lib/request/request-origin";
import { readSiteName } from "@/lib/site/lookups";
import { artistAddress, avatarAddress, galleryAddress, nameOf } from "./addresses";
import { gone, missing, shown, tooMany } from "./answer";
import { jsonFeedOf } from "./json-feed";
import { newestItems } from "./lookups";
import { rssOf } from "./rss";
import type { Feed } from "./schema";

type Format = "xml" | "json";

/** What is new in the gallery. */
export async function answerGalleryFeed(request: Request, format: Format): Promise<Response> {
  const refusal = await tooMany(request);
  if (refusal) return refusal;
  const pageAddress = galleryAddress(requestOrigin(request.headers));
  const title = `${await readSiteName()} gallery`;
  const description = "New sounds and tracks in the gallery.";
  return write(request, format, { title, description, pageAddress, items: await newestItems() });
}

/** What is new of one artist. */
export async function answerArtistFeed(request: Request, handle: string, format: Format): Promise<Response> {
  const refusal = await tooMany(request);
  if (refusal) return refusal;
  const artist = await findArtist(handle);
  if (artist === null) return missing();
  if (artist === "gone") return gone();
  const pageAddress = artistAddress(requestOrigin(request.headers), artist);
  const title = `${nameOf(artist)} on ${await readSiteName()}`;
  const description = `New sounds and tracks by ${nameOf(artist)}.`;
  const picture = avatarAddress(requestOrigin(request.headers), artist);
  return write(request, format, { title, description, pageAddress, picture, items: await newestItems(handle) });
}

function write(request: Request, format: Format, about: Omit<Feed, "feedAddress">): Response {
  const feed = { ...about, feedAddress: `${about.pageAddress}/feed.${format}` };
  const origin = requestOrigin(request.headers);
  if (format === "xml") return shown(request, rssOf(feed, origin), "application/rss+xml; charset=utf-8");
  return shown(request, JSON.stringify(jsonFeedOf(feed, origin)), "application/feed+json; charset=utf-8");
}
