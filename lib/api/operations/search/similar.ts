import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireSimilarity } from "@/lib/search/access";
import { similarBatchSchema } from "@/lib/search/schema";
import { similarToEach } from "@/lib/search/similar";
import { similarBatchDto, toSimilarHitDto } from "./dto";

export const searchSimilar = defineOperation({
  method: "POST",
  path: "/search/similar",
  summary: "Lists what sounds like each of up to 50 samples.",
  scope: "search:similarity",
  rateClass: "search",
  body: similarBatchSchema,
  response: json(similarBatchDto),
  errors: { feature_off: FEATURE_OFF },
  async handle({ ctx: { actor }, body, signal }) {
    await requireSimilarity(actor);
    const { results, problems } = await similarToEach(actor, body, { signal });
    return ok({ results: results.map(({ hits, ...one }) => ({ ...one, hits: hits.map(toSimilarHitDto) })), problems });
  },
});
