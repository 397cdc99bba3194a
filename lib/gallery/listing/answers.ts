import "server-only";
import { findArtist } from "@/lib/artists/lookups";
import { cardOf } from "@/lib/gallery/card";
import { PAGE_ITEMS } from "@/lib/gallery/constants";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import type { MoreItems } from "@/lib/gallery/schema";
import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { clientAddress } from "@/lib/request/client-address";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { parseQuery } from "@/lib/search-query/parse";
import { listShown } from "./lookups";

const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/** The cards after a cursor, of the gallery or of one artist (`?artist=`), that a query (`?q=`) finds. */
export async function answerMore(request: Request): Promise<Response> {
  const verdict = await takeRequest("gallery", { kind: "address", address: clientAddress(request.headers) });
  if (!verdict.admitted) {
    const headers = { ...HEADERS, "Retry-After": String(retryAfterSeconds(verdict)) };
    return Response.json({ error: "Too many requests. Wait a moment." }, { status: 429, headers });
  }
  const asked = new URL(request.url).searchParams;
  const after = readListCursor(asked.get("after") ?? "");
  if (!after) return Response.json({ error: "This is not where a page ends." }, { status: 400, headers: HEADERS });
  const handle = asked.get("artist");
  const artist = handle === null ? null : await findArtist(handle);
  if (handle !== null && (artist === null || artist === "gone"))
    return Response.json({ error: "There is no such artist." }, { status: 404, headers: HEADERS });
  const query = parseQuery((asked.get("q") ?? "").slice(0, QUERY_CHARACTERS_MAX));
  const whose = artist && artist !== "gone" ? { ownerId: artist.ownerId } : {};
  const { items, next } = await listShown({ query, after, limit: PAGE_ITEMS, ...whose });
  return Response.json({ items: items.map(cardOf), nextCursor: listCursor(next) } satisfies MoreItems, {
    headers: HEADERS,
  });
}
