import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { setFavourite } from "@/lib/samples/mutations";
import { setFavouriteSchema } from "@/lib/samples/schema";

export const updateSample = defineOperation({
  method: "PATCH",
  path: "/samples/:id",
  summary: "Marks one sample as a favourite, or removes the mark.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: setFavouriteSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => setFavourite(ctx, { ...params, ...body }),
});
