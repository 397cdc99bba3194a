import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findDuplicates } from "@/lib/duplicates/data";
import { ok, refused } from "@/lib/errors";
import { duplicateGroupDto, toDuplicateGroupDto } from "./dto";

export const getDuplicatesOfSample = defineOperation({
  method: "GET",
  path: "/samples/:id/duplicates",
  summary: "Returns the groups of duplicates that a sample is in: what is the same, and what is nearly the same.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  response: json(z.array(duplicateGroupDto)),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const groups = await findDuplicates(ctx.actor.id, params.id);
    return groups ? ok(groups.map(toDuplicateGroupDto)) : refused("not_found");
  },
});
