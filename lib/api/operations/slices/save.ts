import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { saveSlices } from "@/lib/slices/mutations";
import { slicesBodySchema } from "@/lib/slices/schema";

export const patchSlices = defineOperation({
  method: "PATCH",
  path: "/samples/:id/slices",
  summary: "Stores the slices of one sample in place of those before.",
  scope: "samples:update",
  rateClass: "studio",
  params: rowId,
  body: slicesBodySchema,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => saveSlices(ctx, { sampleId: params.id, ...body }),
});
