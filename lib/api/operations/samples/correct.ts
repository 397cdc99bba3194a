import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as corrections from "@/lib/samples/corrections/mutations";
import { correctionsSchema } from "@/lib/samples/corrections/schema";

export const correctSample = defineOperation({
  method: "PATCH",
  path: "/samples/:id/corrections",
  summary: "Corrects tempo, key and kind of one sample, or withdraws a correction.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: correctionsSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => corrections.correctSample(ctx, { ...params, ...body }),
});
