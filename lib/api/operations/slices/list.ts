import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { listSlices } from "@/lib/slices/data";
import { sliceSchema } from "@/lib/slices/schema";

export const getSlices = defineOperation({
  method: "GET",
  path: "/samples/:id/slices",
  summary: "Lists the slices of one sample, with the samples that were made of them.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  response: json(z.array(sliceSchema)),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const found = await listSlices(ctx.actor.id, params.id);
    return found ? ok(found) : refused("not_found");
  },
});
