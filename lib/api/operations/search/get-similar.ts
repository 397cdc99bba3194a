import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { requireSimilarity } from "@/lib/search/access";
import { CURSOR_CHARACTERS_MAX, SEARCH_ROWS_MAX } from "@/lib/search/constants";
import { search } from "@/lib/search/data";
import { queryText } from "@/lib/search/schema";
import { searchDto, toSearchDto } from "./dto";
import { aspectsOf, aspectsQuery, searchOf, shareQuery } from "./in-address";
import { SEARCH_ERRORS } from "./refusals";

const rows = z.coerce.number<string | number>().int().min(1).max(SEARCH_ROWS_MAX);

export const getSimilarSamples = defineOperation({
  method: "GET",
  path: "/samples/:id/similar",
  summary: "Lists the samples that sound most like one.",
  scope: "search:similarity",
  rateClass: "search",
  params: rowId,
  query: z
    .object({
      /** Filters only: `type:loop bpm:118-124`. */
      q: queryText.default(""),
      ...aspectsQuery,
      minSimilarity: shareQuery,
      perFolder: rows.optional(),
      limit: rows.default(20),
      cursor: z.string().max(CURSOR_CHARACTERS_MAX).optional(),
    })
    .transform(({ q, timbre, rhythm, harmony, ...asked }, context) =>
      searchOf(
        {
          ...asked,
          query: q,
          aspects: aspectsOf({ timbre, rhythm, harmony }),
          legs: { words: 0, sound: 1, meaning: 0 },
        },
        context,
      ),
    ),
  response: json(searchDto),
  errors: { ...SEARCH_ERRORS, not_found: NOT_FOUND },
  async handle({ ctx: { actor }, params, query, signal }) {
    await requireSimilarity(actor);
    const answer = await search(actor, { ...query, like: [params.id] }, { signal });
    if (answer.ok) return ok(toSearchDto(answer.value));
    return answer.reason === "no_such_sample" ? refused("not_found") : answer;
  },
});
