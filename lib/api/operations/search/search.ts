import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireSearchAccess } from "@/lib/search/access";
import { search } from "@/lib/search/data";
import { searchInputSchema } from "@/lib/search/schema";
import { searchDto, toSearchDto } from "./dto";
import { SEARCH_ERRORS } from "./refusals";

export const searchSamples = defineOperation({
  method: "POST",
  path: "/search",
  summary: "Searches by words, filters and sounds, and says why each hit is one.",
  scope: "search:text",
  rateClass: "search",
  body: searchInputSchema,
  response: json(searchDto),
  errors: SEARCH_ERRORS,
  async handle({ ctx: { actor }, body, signal }) {
    await requireSearchAccess(actor, body);
    const answer = await search(actor, body, { signal });
    return answer.ok ? ok(toSearchDto(answer.value)) : answer;
  },
});
