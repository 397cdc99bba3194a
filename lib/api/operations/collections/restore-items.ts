import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { restoreItems as run } from "@/lib/collections/items/mutations";
import { restoreItemsSchema } from "@/lib/collections/schema";
import { NOT_ALLOWED, RECEIPT_EXPIRED, SMART } from "./errors";

export const restoreCollectionItems = defineOperation({
  method: "POST",
  path: "/collections/:id/items/restore",
  summary: "Puts removed samples back in their places, with the receipt of the removal.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: restoreItemsSchema.omit({ id: true }),
  response: json(z.object({ restored: z.number().int() })),
  errors: { not_found: NOT_FOUND, not_allowed: NOT_ALLOWED, smart: SMART, receipt_expired: RECEIPT_EXPIRED },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
