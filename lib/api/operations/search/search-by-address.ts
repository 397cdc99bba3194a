import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireSearchAccess } from "@/lib/search/access";
import { CURSOR_CHARACTERS_MAX, EXAMPLES_MAX, SEARCH_ROWS, SEARCH_ROWS_MAX } from "@/lib/search/constants";
import { search } from "@/lib/search/data";
import { queryText, SORTS } from "@/lib/search/schema";
import { searchDto, toSearchDto } from "./dto";
import { aspectsOf, aspectsQuery, searchOf, shareQuery } from "./in-address";
import { SEARCH_ERRORS } from "./refusals";

/** `a,b,c` */
const ids = z
  .string()
  .transform((list) => list.split(",").filter(Boolean))
  .pipe(z.array(z.uuid()).max(EXAMPLES_MAX))
  .optional();
const rows = z.coerce.number<string | number>().int().min(1).max(SEARCH_ROWS_MAX);

const asInput = z
  .object({
    q: queryText.default(""),
    like: ids,
    unlike: ids,
    querySoundId: z.uuid().optional(),
    ...aspectsQuery,
    minSimilarity: shareQuery,
    perFolder: rows.optional(),
    collapse: z.enum(["true", "false"]).default("true"),
    sort: z.enum(SORTS).default("relevance"),
    limit: rows.default(SEARCH_ROWS),
    cursor: z.string().max(CURSOR_CHARACTERS_MAX).optional(),
  })
  .transform(({ q, timbre, rhythm, harmony, collapse, ...asked }, context) =>
    searchOf(
      {
        ...asked,
        query: q,
        aspects: aspectsOf({ timbre, rhythm, harmony }),
        collapse: collapse === "true",
      },
      context,
    ),
  );

export const searchByAddress = defineOperation({
  method: "GET",
  path: "/search",
  summary: "Searches as `POST /search` does, with everything in the address.",
  scope: "search:text",
  rateClass: "search",
  query: asInput,
  response: json(searchDto),
  errors: SEARCH_ERRORS,
  async handle({ ctx: { actor }, query, signal }) {
    await requireSearchAccess(actor, query);
    const answer = await search(actor, query, { signal });
    return answer.ok ? ok(toSearchDto(answer.value)) : answer;
  },
});
