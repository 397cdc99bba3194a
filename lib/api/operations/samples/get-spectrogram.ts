import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { requireFlag } from "@/lib/flags/data";
import { answerPicture, pictureHeaders, pictureQuery } from "./picture";

export const getSampleSpectrogram = defineOperation({
  method: "GET",
  path: "/samples/:id/spectrogram",
  summary: "Gives the spectrogram as a picture.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  query: pictureQuery,
  headers: pictureHeaders,
  response: raw("image/png"),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF },
  async handle(call) {
    await requireFlag(call.ctx.actor, "spectrogram");
    return answerPicture(call, "spectrogram");
  },
});
