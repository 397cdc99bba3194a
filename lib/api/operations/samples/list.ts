import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { findSamples, listSamplePage } from "@/lib/samples/data";
import { sampleDto, toSampleDto } from "./dto";

const IDS_MAX = 250;
const LIST = "samples, newest first";

const query = z.object({
  ...pageQuery,
  /** `a,b,c`: only those of them that are the caller's, all on one page. */
  ids: z
    .string()
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(IDS_MAX))
    .optional(),
});

export const listSamples = defineOperation({
  method: "GET",
  path: "/samples",
  summary: "Lists the samples of the library, the newest first, or those with the given ids.",
  scope: "samples:read",
  // Rows by id are what open pages ask for whenever something changed: hundreds a minute while a folder is analysed.
  rateClass: ({ ids }) => (ids === undefined ? "default" : "studio"),
  query,
  response: page(sampleDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { ids, limit, cursor } }) {
    const owner = ctx.actor;
    if (ids) return ok({ data: (await findSamples(owner, ids)).map(toSampleDto), nextCursor: null });
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { rows, next } = await listSamplePage(owner, { limit, after });
    return ok({ data: rows.map(toSampleDto), nextCursor: cursorOf(LIST, next) });
  },
});
