import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { moveCollection as run } from "@/lib/collections/list/mutations";
import { moveCollectionSchema } from "@/lib/collections/schema";

export const moveCollection = defineOperation({
  method: "POST",
  path: "/collections/:id/move",
  summary: "Puts a collection before another one, or at the end.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: moveCollectionSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
