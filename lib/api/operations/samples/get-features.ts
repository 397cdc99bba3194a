import { z } from "zod";
import { fileTagsSchema } from "@/lib/analysis/file-tags/schema";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { sampleCorrectionsSchema } from "@/lib/samples/corrections/schema";
import { findSample } from "@/lib/samples/data";

/** The record as it was measured, and beside it what others say. */
const features = analysisRecordSchema.extend({
  fileTags: fileTagsSchema.nullable(),
  corrections: sampleCorrectionsSchema,
});

export const getSampleFeatures = defineOperation({
  method: "GET",
  path: "/samples/:id/features",
  summary: "Gives the analysis record, what the file says and what was corrected, with `download=1` as a file.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  query: z.object({ download: z.string().optional() }),
  response: raw("application/json; charset=utf-8", features),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params, query }) {
    const sample = await findSample(ctx.actor, params.id);
    if (!sample?.record) return refused("not_found");
    const headers: Record<string, string> = { "Cache-Control": "private, no-cache" };
    if (query.download === "1") {
      headers["Content-Disposition"] = attachmentDisposition(`${sample.fileName}.analysis.json`);
    }
    const { record, fileTags, corrections } = sample;
    return ok({ headers, body: JSON.stringify({ ...record, fileTags, corrections }, null, 2) });
  },
});
