import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { removeItems as run } from "@/lib/collections/items/mutations";
import { removeItemsSchema } from "@/lib/collections/schema";
import { NOT_ALLOWED, SMART } from "./errors";

export const removeCollectionItems = defineOperation({
  method: "POST",
  path: "/collections/:id/items/remove",
  summary: "Takes samples out of a collection, but not out of the library.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: removeItemsSchema.omit({ id: true }),
  response: json(z.object({ sampleIds: z.array(z.uuid()), receipt: z.string() })),
  errors: { not_found: NOT_FOUND, not_allowed: NOT_ALLOWED, smart: SMART },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
