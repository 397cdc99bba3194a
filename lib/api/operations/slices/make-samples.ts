import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { CUT_ERRORS } from "@/lib/api/operations/samples/cut-errors";
import { makeSamples } from "@/lib/slices/mutations";
import { madeSampleSchema, makeBodySchema } from "@/lib/slices/schema";

export const makeSamplesOfSlices = defineOperation({
  method: "POST",
  path: "/samples/:id/slices/samples",
  summary: "Makes samples of slices, which remember where they are from; the same slice makes no second one.",
  scope: "samples:upload",
  rateClass: "hearing",
  params: rowId,
  body: makeBodySchema,
  response: json(z.array(madeSampleSchema)),
  errors: CUT_ERRORS,
  handle: ({ ctx, params, body, origin, signal }) =>
    makeSamples(ctx, { sampleId: params.id, ...body }, { origin, signal }),
});
