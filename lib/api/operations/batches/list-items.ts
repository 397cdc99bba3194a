import { z } from "zod";
import { cursorOfId, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { page } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findBatch, listBatchItems as list } from "@/lib/batches/data";
import { ITEM_STATES } from "@/lib/batches/schema";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { batchItemDto, NO_SUCH_BATCH, toBatchItemDto } from "./dto";

const LIST = "items of a batch";

export const listBatchItems = defineOperation({
  method: "GET",
  path: "/batches/:id/items",
  summary: "Lists the samples of a batch with what is being done with each, or what became of it.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  query: z.object({ ...pageQuery, state: z.enum(ITEM_STATES).optional() }),
  response: page(batchItemDto),
  errors: { not_found: NO_SUCH_BATCH, invalid_cursor: INVALID_CURSOR, feature_off: FEATURE_OFF },
  async handle({ ctx, params, query: { limit, cursor, state } }) {
    await requireFlag(ctx.actor, "batches");
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    if (!(await findBatch(ctx.actor.id, params.id))) return refused("not_found");
    const { items, next } = await list(ctx.actor.id, params.id, { limit, after: after?.id ?? null, state });
    return ok({ data: items.map(toBatchItemDto), nextCursor: cursorOfId(LIST, next) });
  },
});
