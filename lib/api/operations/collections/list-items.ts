import { z } from "zod";
import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { page } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { listItems } from "@/lib/collections/items/data";
import { placeCursor, readPlaceCursor } from "@/lib/collections/place-cursor";
import { ok, refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { collectionItemDto, toCollectionItemDto } from "./dto";
import { placedQuery } from "./placed-query";

export const listCollectionItems = defineOperation({
  method: "GET",
  path: "/collections/:id/items",
  summary: "Lists the samples of a collection in their order; of a smart one what it finds now, the newest first.",
  scope: "collections:manage",
  rateClass: "studio",
  params: rowId,
  query: z.object(placedQuery),
  response: page(collectionItemDto),
  errors: { not_found: NOT_FOUND, invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, params, query: { limit, cursor } }) {
    // A key may manage lists without seeing what is in them.
    requirePermission(ctx.actor, "samples:read");
    const after = cursor === undefined ? null : readPlaceCursor(cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const found = await listItems(ctx.actor, params.id, { limit, after });
    if (found === "invalid") return refused("invalid_cursor");
    if (!found) return refused("not_found");
    return ok({ data: found.items.map(toCollectionItemDto), nextCursor: placeCursor(found.next) });
  },
});
