import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { msg } from "@/lib/language/text";
import { findQuerySound } from "@/lib/similarity/query-sounds/data";
import { hearRegion } from "@/lib/similarity/query-sounds/mutations";
import { querySoundSchema, regionSchema } from "@/lib/similarity/query-sounds/schema";
import { fileRefusal, SOUND_ERRORS } from "./sound-errors";

export const hearSampleRegion = defineOperation({
  method: "POST",
  path: "/samples/:id/search-sounds",
  summary: "Hears a part of one sample, a minute at most, to search with.",
  scope: "search:similarity",
  rateClass: "hearing",
  params: rowId,
  body: regionSchema,
  response: json(querySoundSchema, 201),
  errors: {
    ...SOUND_ERRORS,
    not_found: NOT_FOUND,
    no_original: {
      status: 409,
      title: msg("The original is not there any more"),
      detail: msg("A part of a sample is heard from its original. Upload the file again."),
    },
    behind_the_end: {
      status: 422,
      title: msg("The sample ends before this part"),
      detail: msg("Choose an earlier start."),
    },
  },
  async handle({ ctx, params, body, signal }) {
    const heard = await hearRegion(ctx, { sampleId: params.id, ...body }, signal);
    if (!heard.ok) return heard.reason === "cannot_be_heard" ? fileRefusal(heard) : heard;
    const found = await findQuerySound(ctx.actor.id, heard.value.id);
    return found ? ok(found.sound) : refused("not_found");
  },
});
