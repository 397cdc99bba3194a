import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as views from "@/lib/library/views/mutations";

export const deleteView = defineOperation({
  method: "DELETE",
  path: "/library/views/:id",
  summary: "Deletes a saved view, but none of the samples that it shows.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params }) => views.deleteView(ctx, params.id),
});
