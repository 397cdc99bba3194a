import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { findSample } from "@/lib/samples/data";
import { sampleDetailDto, toSampleDetailDto } from "./dto";

export const getSample = defineOperation({
  method: "GET",
  path: "/samples/:id",
  summary: "Shows one sample with its analysis record.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  response: json(sampleDetailDto),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const sample = await findSample(ctx.actor, params.id);
    return sample ? ok(toSampleDetailDto(sample)) : refused("not_found");
  },
});
