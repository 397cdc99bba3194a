import { z } from "zod";
import { cursorOfId, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { playsOf } from "@/lib/plays/data";
import { playsDto } from "./dto";

const LIST = "plays, newest publication first";

export const listPlays = defineOperation({
  method: "GET",
  path: "/plays",
  summary:
    "Lists your publications with how often each was played, what counted and what was set aside for which reason.",
  scope: "samples:read",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(playsDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { items, nextId } = await playsOf(ctx.actor.id, { limit, beforeId: after?.id ?? null });
    return ok({ data: items, nextCursor: cursorOfId(LIST, nextId) });
  },
});
