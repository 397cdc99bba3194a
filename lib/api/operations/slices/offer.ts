import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { findOffers } from "@/lib/slices/data";
import { offerQuerySchema, offerSchema } from "@/lib/slices/schema";

export const offerSampleSlices = defineOperation({
  method: "GET",
  path: "/samples/:id/slices/offers",
  summary: "Offers slices of one sample: at silence, where sounds begin, or on beats; stores nothing.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  query: offerQuerySchema,
  response: json(z.array(offerSchema)),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params, query }) {
    const offers = await findOffers(ctx.actor.id, params.id, query);
    return offers ? ok(offers) : refused("not_found");
  },
});
