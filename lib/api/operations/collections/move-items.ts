import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { moveItems as run } from "@/lib/collections/items/mutations";
import { moveItemsSchema } from "@/lib/collections/schema";
import { NOT_ALLOWED, SMART } from "./errors";

export const moveCollectionItems = defineOperation({
  method: "POST",
  path: "/collections/:id/items/move",
  summary: "Puts samples of a collection before another one of it, or at the end.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: moveItemsSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND, not_allowed: NOT_ALLOWED, smart: SMART },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
