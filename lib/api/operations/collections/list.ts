import { z } from "zod";
import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { listCollections as list } from "@/lib/collections/data";
import { placeCursor, readPlaceCursor } from "@/lib/collections/place-cursor";
import { ok, refused } from "@/lib/errors";
import { collectionDto } from "./dto";
import { placedQuery } from "./placed-query";

export const listCollections = defineOperation({
  method: "GET",
  path: "/collections",
  summary: "Lists one's own collections in their order, those that others share, or those in the trash.",
  scope: "collections:manage",
  rateClass: "studio",
  query: z.object({ ...placedQuery, of: z.enum(["mine", "shared", "trash"]).default("mine") }),
  response: page(collectionDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { of, limit, cursor } }) {
    const after = cursor === undefined ? null : readPlaceCursor(cursor);
    if (cursor !== undefined && (after === null || "cursor" in after)) return refused("invalid_cursor");
    const found = await list(ctx.actor, { of, limit, after: after && "place" in after ? after : null });
    return ok({ data: found.collections, nextCursor: placeCursor(found.next) });
  },
});
