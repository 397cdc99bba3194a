import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { answerPicture, pictureHeaders, pictureQuery } from "./picture";

export const getSamplePeaks = defineOperation({
  method: "GET",
  path: "/samples/:id/peaks",
  summary: "Gives the peaks that a waveform is drawn from.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  query: pictureQuery,
  headers: pictureHeaders,
  response: raw("application/octet-stream"),
  errors: { not_found: NOT_FOUND },
  handle: (call) => answerPicture(call, "peaks"),
});
