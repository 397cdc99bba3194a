import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { restoreCollection as run } from "@/lib/collections/list/mutations";

export const restoreCollection = defineOperation({
  method: "POST",
  path: "/collections/:id/restore",
  summary: "Takes a collection out of the trash.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params }) => run(ctx, params),
});
