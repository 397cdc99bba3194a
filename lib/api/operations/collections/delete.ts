import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { deleteCollection as run } from "@/lib/collections/list/mutations";

export const deleteCollection = defineOperation({
  method: "DELETE",
  path: "/collections/:id",
  summary: "Moves a collection to the trash, with those in it, while its samples stay in the library.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params }) => run(ctx, params),
});
