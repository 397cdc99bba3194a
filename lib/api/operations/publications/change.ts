import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { editPublication } from "@/lib/gallery/mutations";
import { editPublicationSchema } from "@/lib/gallery/schema";

export const changePublication = defineOperation({
  method: "PATCH",
  path: "/publications/:id",
  summary: "Says anew what everybody sees of a sample and what they may do with it.",
  scope: "gallery:publish",
  rateClass: "default",
  params: rowId,
  body: editPublicationSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF },
  handle: ({ ctx, params, body }) => editPublication(ctx, { ...params, ...body }),
});
