import { z } from "zod";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { findSample } from "@/lib/samples/data";

export const getSampleFeatures = defineOperation({
  method: "GET",
  path: "/samples/:id/features",
  summary: "Gives the analysis record, with `download=1` as a file.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  query: z.object({ download: z.string().optional() }),
  response: raw("application/json; charset=utf-8", analysisRecordSchema),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params, query }) {
    const sample = await findSample(ctx.actor, params.id);
    if (!sample?.record) return refused("not_found");
    const headers: Record<string, string> = { "Cache-Control": "private, no-cache" };
    if (query.download === "1") {
      headers["Content-Disposition"] = attachmentDisposition(`${sample.fileName}.analysis.json`);
    }
    return ok({ headers, body: JSON.stringify(sample.record, null, 2) });
  },
});
