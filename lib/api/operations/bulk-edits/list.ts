import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { listBulkEdits as list } from "@/lib/bulk-edits/data";
import { ok, refused } from "@/lib/errors";
import { bulkEditDto, toBulkEditDto } from "./dto";

const LIST = "bulk edits, newest first";

export const listBulkEdits = defineOperation({
  method: "GET",
  path: "/bulk-edits",
  summary: "Lists the bulk edits of the last 30 days, the newest first.",
  scope: "samples:read",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(bulkEditDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { edits, next } = await list(ctx.actor.id, { limit, after });
    return ok({ data: edits.map(toBulkEditDto), nextCursor: cursorOf(LIST, next) });
  },
});
