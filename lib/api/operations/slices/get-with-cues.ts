import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok } from "@/lib/errors";
import { slicesWithCues } from "@/lib/slices/exports";
import { EXPORT_ERRORS, sentFile } from "./exported";

export const getSlicesWithCues = defineOperation({
  method: "GET",
  path: "/samples/:id/slices/cues",
  summary: "Gives one sample as a WAV with a named cue point where each slice begins.",
  scope: "samples:download",
  rateClass: "hearing",
  params: rowId,
  response: raw("audio/wav"),
  errors: EXPORT_ERRORS,
  async handle({ ctx, params, signal }) {
    const made = await slicesWithCues(ctx.actor, params.id, signal);
    return made.ok ? ok(sentFile(made.value, signal)) : made;
  },
});
