import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { listDuplicateGroups } from "@/lib/duplicates/data";
import { DUPLICATE_KINDS } from "@/lib/duplicates/schema";
import { ok, refused } from "@/lib/errors";
import { duplicateGroupDto, toDuplicateGroupDto } from "./dto";

const LIST = "duplicates, newest group first";
/** The groups are in the order of their ids, so their position needs no time. */
const NO_TIME = new Date(0).toISOString();

export const listDuplicates = defineOperation({
  method: "GET",
  path: "/duplicates",
  summary: "Lists groups of samples that are the same or nearly, the newest first, each with which to keep and why.",
  scope: "samples:read",
  rateClass: "default",
  query: z.object({ ...pageQuery, kind: z.enum(DUPLICATE_KINDS).optional() }),
  response: page(duplicateGroupDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { kind = null, limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { groups, next } = await listDuplicateGroups(ctx.actor.id, { kind, limit, after: after?.id ?? null });
    const position = next === null ? null : { createdAt: NO_TIME, id: next };
    return ok({ data: groups.map(toDuplicateGroupDto), nextCursor: cursorOf(LIST, position) });
  },
});
