import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok } from "@/lib/errors";
import { requireSimilarity } from "@/lib/search/access";
import { findFits } from "@/lib/similarity/fits/data";
import { fitOptionsSchema, ROLES } from "@/lib/similarity/fits/schema";
import { fitsDto, toFitDto } from "./dto";
import { NOT_ANALYSED } from "./refusals";

const whole = z.coerce.number<string | number>().int();

export const getFittingSamples = defineOperation({
  method: "GET",
  path: "/samples/:id/fits",
  summary: "Lists the samples that go under or over one: by key, tempo, role, spectrum and metre, with reasons.",
  scope: "search:similarity",
  rateClass: "search",
  params: rowId,
  query: z.object({
    q: fitOptionsSchema.shape.query,
    role: z.enum(ROLES).optional(),
    transpose: whole.min(0).max(2).default(2),
    limit: whole.min(1).max(100).default(20),
  }),
  response: json(fitsDto),
  errors: { not_found: NOT_FOUND, not_analysed: NOT_ANALYSED, feature_off: FEATURE_OFF },
  async handle({ ctx: { actor }, params, query: { q, ...options } }) {
    await requireSimilarity(actor);
    const answer = await findFits(actor, params.id, { ...options, query: q });
    if (!answer.ok) return answer;
    return ok({ ...answer.value, fits: answer.value.fits.map(toFitDto) });
  },
});
