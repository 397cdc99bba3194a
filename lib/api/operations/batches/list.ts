import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { page } from "@/lib/api/http/responses";
import { listBatches as list } from "@/lib/batches/data";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { batchDto, toBatchDto } from "./dto";

const LIST = "batches, newest first";

export const listBatches = defineOperation({
  method: "GET",
  path: "/batches",
  summary: "Lists batches with their progress, the newest first.",
  scope: "samples:read",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(batchDto),
  errors: { invalid_cursor: INVALID_CURSOR, feature_off: FEATURE_OFF },
  async handle({ ctx, query: { limit, cursor } }) {
    await requireFlag(ctx.actor, "batches");
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { batches, next } = await list(ctx.actor.id, { limit, after });
    return ok({ data: batches.map(toBatchDto), nextCursor: cursorOf(LIST, next) });
  },
});
