import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { createCollection as run } from "@/lib/collections/list/mutations";
import { createCollectionSchema } from "@/lib/collections/schema";
import { TOO_MANY_COLLECTIONS } from "./errors";

export const createCollection = defineOperation({
  method: "POST",
  path: "/collections",
  summary: "Makes a collection, with the samples of a selection or as a smart one with a query.",
  scope: "collections:manage",
  rateClass: "default",
  body: createCollectionSchema,
  response: json(z.object({ id: z.uuid(), added: z.number().int() }), 201),
  errors: { not_found: NOT_FOUND, too_many: TOO_MANY_COLLECTIONS },
  handle: ({ ctx, body }) => run(ctx, body),
});
