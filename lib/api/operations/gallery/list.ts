import { z } from "zod";
import { INVALID_CURSOR, pageQuery } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { pageWith } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { searchGallery } from "@/lib/gallery/data";
import { listCursor, readListCursor } from "@/lib/gallery/list-cursor";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { galleryItemDto, toGalleryItemDto } from "./dto";

export const listGallery = defineOperation({
  method: "GET",
  path: "/gallery",
  summary: "Lists what is public, the newest first, or what a query in the library's grammar finds in it.",
  scope: "search:text",
  rateClass: "search",
  query: z.object({
    ...pageQuery,
    query: z.string().max(QUERY_CHARACTERS_MAX).default(""),
    /** Only of this artist. */
    artist: z.string().optional(),
  }),
  response: pageWith(galleryItemDto, {
    /** What of the query was not understood. */
    problems: z.array(z.string()),
  }),
  errors: { invalid_cursor: INVALID_CURSOR, not_found: NOT_FOUND },
  async handle({ ctx, query: { limit, cursor, query, artist }, origin }) {
    const after = cursor === undefined ? null : readListCursor(cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const found = await searchGallery(ctx.actor.id, { query, handle: artist ?? null, after, limit });
    if (!found) return refused("not_found");
    const data = found.items.map((item) => toGalleryItemDto(item, origin));
    return ok({ data, problems: found.problems, nextCursor: listCursor(found.next) });
  },
});
