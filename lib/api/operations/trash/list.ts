import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { listTrashPage } from "@/lib/samples/trash/data";
import { toTrashedSampleDto, trashedSampleDto } from "./dto";

const LIST = "trash, last deleted first";

export const listTrash = defineOperation({
  method: "GET",
  path: "/trash",
  summary: "Lists the deleted samples that can still be restored, the last deleted first.",
  scope: "samples:read",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(trashedSampleDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { rows, next } = await listTrashPage(ctx.actor.id, { limit, after });
    return ok({ data: rows.map(toTrashedSampleDto), nextCursor: cursorOf(LIST, next) });
  },
});
