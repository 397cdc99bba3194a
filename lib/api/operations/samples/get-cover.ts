import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { answerPicture, pictureHeaders, pictureQuery } from "./picture";

export const getSampleCover = defineOperation({
  method: "GET",
  path: "/samples/:id/cover",
  summary: "Gives the cover that is in the file, encoded anew and small.",
  scope: "samples:read",
  rateClass: "studio",
  params: rowId,
  query: pictureQuery,
  headers: pictureHeaders,
  response: raw("image/webp"),
  errors: { not_found: NOT_FOUND },
  handle: (call) => answerPicture(call, "cover"),
});
