import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { listUnfinishedUploads } from "@/lib/uploads/data";
import { toUploadDto, uploadDto } from "./dto";

const LIST = "unfinished uploads, oldest first";

export const listUploads = defineOperation({
  method: "GET",
  path: "/uploads",
  summary: "Lists the uploads that can be resumed, the oldest first.",
  scope: "samples:upload",
  rateClass: "upload",
  query: z.object(pageQuery),
  response: page(uploadDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { uploads, next } = await listUnfinishedUploads(ctx.actor.id, { limit, after });
    return ok({ data: uploads.map(toUploadDto), nextCursor: cursorOf(LIST, next) });
  },
});
