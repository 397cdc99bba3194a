import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { editCollection as run } from "@/lib/collections/list/mutations";
import { editCollectionSchema } from "@/lib/collections/schema";
import { changedSinceDto } from "./dto";
import { CANNOT_NEST, NOT_ALLOWED } from "./errors";

export const editCollection = defineOperation({
  method: "PATCH",
  path: "/collections/:id",
  summary: "Edits fields of a collection, where the later of two edits of a field wins and is told what it replaced.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: editCollectionSchema.omit({ id: true }),
  response: json(z.object({ version: z.number().int(), changedSince: z.array(changedSinceDto) })),
  errors: { not_found: NOT_FOUND, not_allowed: NOT_ALLOWED, cannot_nest: CANNOT_NEST },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
