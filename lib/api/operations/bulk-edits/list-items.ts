import { z } from "zod";
import { cursorOfId, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findBulkEdit, listBulkEditItems as list } from "@/lib/bulk-edits/data";
import { ITEM_RESULTS } from "@/lib/bulk-edits/schema";
import { ok, refused } from "@/lib/errors";
import { bulkEditItemDto, NO_SUCH_EDIT } from "./dto";

const LIST = "items of a bulk edit";

export const listBulkEditItems = defineOperation({
  method: "GET",
  path: "/bulk-edits/:id/items",
  summary: "Lists the samples of a bulk edit with what became of each.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  query: z.object({ ...pageQuery, result: z.enum(ITEM_RESULTS).optional() }),
  response: page(bulkEditItemDto),
  errors: { not_found: NO_SUCH_EDIT, invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, params, query: { limit, cursor, result } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    if (!(await findBulkEdit(ctx.actor.id, params.id))) return refused("not_found");
    const { items, next } = await list(ctx.actor.id, params.id, { limit, after: after?.id ?? null, result });
    return ok({ data: items, nextCursor: cursorOfId(LIST, next) });
  },
});
