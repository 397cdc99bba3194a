import { createReadStream } from "node:fs";
import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { cutSample } from "@/lib/downloads/regions/data";
import { regionName } from "@/lib/downloads/regions/region-name";
import { regionQuerySchema } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { ok } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { CUT_ERRORS } from "./cut-errors";

export const getSampleRegion = defineOperation({
  method: "GET",
  path: "/samples/:id/region",
  summary: "Cuts a part out of one sample as WAV, at zero crossings nearby, from beat to beat, or exactly.",
  scope: "samples:download",
  rateClass: "hearing",
  params: rowId,
  query: regionQuerySchema,
  response: raw("audio/wav"),
  errors: CUT_ERRORS,
  async handle({ ctx: { actor }, params, query, signal }) {
    const region = { startSeconds: query.start, endSeconds: query.end };
    const cut = await cutSample(actor, { sampleId: params.id, regions: [region], snap: query.snap }, signal);
    if (!cut.ok) return cut;
    const { fileName, files, release } = cut.value;
    const [file] = files as [(typeof files)[number]];
    return ok({
      body: sentStream(createReadStream(file.path), signal, release),
      headers: {
        "Content-Length": String(file.sizeBytes),
        "Content-Disposition": attachmentDisposition(regionName(fileName, file)),
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
