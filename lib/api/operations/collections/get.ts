import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findCollection } from "@/lib/collections/data";
import { ok, refused } from "@/lib/errors";
import { collectionDto } from "./dto";

export const getCollection = defineOperation({
  method: "GET",
  path: "/collections/:id",
  summary: "Shows one collection.",
  scope: "collections:manage",
  rateClass: "studio",
  params: rowId,
  response: json(collectionDto),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const found = await findCollection(ctx.actor, params.id);
    return found ? ok(found.collection) : refused("not_found");
  },
});
