import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { requireSimilarity } from "@/lib/search/access";
import { findQuerySound } from "@/lib/similarity/query-sounds/data";
import { querySoundSchema } from "@/lib/similarity/query-sounds/schema";

export const getQuerySound = defineOperation({
  method: "GET",
  path: "/search/sounds/:id",
  summary: "What was measured of a sound that is searched with, for a day after it was heard.",
  scope: "search:similarity",
  rateClass: "default",
  params: rowId,
  response: json(querySoundSchema),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF },
  async handle({ ctx, params }) {
    await requireSimilarity(ctx.actor);
    const found = await findQuerySound(ctx.actor.id, params.id);
    return found ? ok(found.sound) : refused("not_found");
  },
});
