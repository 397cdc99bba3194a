import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import * as rights from "@/lib/samples/rights/mutations";
import { rightsSchema } from "@/lib/samples/rights/schema";

export const setSampleRights = defineOperation({
  method: "PATCH",
  path: "/samples/:id/rights",
  summary: "Says what the licence of one sample is, and whether machines may learn from it.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: rightsSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params, body }) {
    const { value } = await rights.setRights(ctx, { ids: [params.id], ...body });
    return value.results[0]?.result === "not_found" ? refused("not_found") : ok(null);
  },
});
