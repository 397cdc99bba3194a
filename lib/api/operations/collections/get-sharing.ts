import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findSharing } from "@/lib/collections/data";
import { ok, refused } from "@/lib/errors";
import { sharingDto } from "./dto";

export const getCollectionSharing = defineOperation({
  method: "GET",
  path: "/collections/:id/sharing",
  summary: "Shows whom one's own collection is shared with, and its links that work.",
  scope: "collections:manage",
  rateClass: "studio",
  params: rowId,
  response: json(sharingDto),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const found = await findSharing(ctx.actor, params.id);
    return found ? ok(found) : refused("not_found");
  },
});
