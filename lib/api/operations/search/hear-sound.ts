import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { findQuerySound } from "@/lib/similarity/query-sounds/data";
import { hearSound } from "@/lib/similarity/query-sounds/mutations";
import { querySoundSchema, querySoundSourceSchema } from "@/lib/similarity/query-sounds/schema";
import { fileRefusal, SOUND_ERRORS } from "./sound-errors";

export const hearQuerySound = defineOperation({
  method: "POST",
  path: "/search/sounds",
  summary:
    "Hears a recording or a file, sent as the body, to search with. The first minute counts, without silence at the ends; the sound is not kept, and what was measured for a day.",
  scope: "search:similarity",
  rateClass: "hearing",
  query: z.object({ source: querySoundSourceSchema.default("file") }),
  body: z.instanceof(Uint8Array),
  bodyIs: "bytes",
  response: json(querySoundSchema, 201),
  errors: SOUND_ERRORS,
  async handle({ ctx, query, body, signal }) {
    const heard = await hearSound(ctx, body, query.source, signal);
    if (!heard.ok) return heard.reason === "cannot_be_heard" ? fileRefusal(heard) : heard;
    const found = await findQuerySound(ctx.actor.id, heard.value.id);
    return found ? ok(found.sound) : refused("busy");
  },
});
