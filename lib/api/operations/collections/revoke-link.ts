import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { revokeLinkSchema } from "@/lib/collections/schema";
import { revokeLink as run } from "@/lib/collections/sharing/mutations";

export const revokeCollectionLink = defineOperation({
  method: "POST",
  path: "/collections/:id/links/revoke",
  summary: "Ends a link at once.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: revokeLinkSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
