import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { addSelection as run } from "@/lib/collections/items/mutations";
import { addItemsSchema } from "@/lib/collections/schema";
import { NOT_ALLOWED, SMART } from "./errors";

export const addCollectionItems = defineOperation({
  method: "POST",
  path: "/collections/:id/items",
  summary: "Adds the samples of a selection at the end.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: addItemsSchema.omit({ id: true }),
  response: json(z.object({ added: z.number().int(), already: z.number().int(), leftOut: z.number().int() })),
  errors: { not_found: NOT_FOUND, not_allowed: NOT_ALLOWED, smart: SMART },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
