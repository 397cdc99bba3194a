import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { QUERY_SOUND_BYTES_MAX } from "@/lib/similarity/query-sounds/constants";
import { findQuerySound } from "@/lib/similarity/query-sounds/data";
import { hearSound } from "@/lib/similarity/query-sounds/mutations";
import { querySoundSchema, querySoundSourceSchema } from "@/lib/similarity/query-sounds/schema";
import { fileRefusal, SOUND_ERRORS } from "./sound-errors";

const NOTHING = new Uint8Array(0);

export const hearQuerySound = defineOperation({
  method: "POST",
  path: "/search/sounds",
  summary:
    "Hears the first minute of a recording or a file, sent as the body, to search with, and keeps for a day what was measured but not the sound.",
  scope: "search:similarity",
  rateClass: "hearing",
  query: z.object({ source: querySoundSourceSchema.default("file") }),
  takesBytes: QUERY_SOUND_BYTES_MAX,
  response: json(querySoundSchema, 201),
  errors: SOUND_ERRORS,
  async handle({ ctx, query, bytes, signal }) {
    const heard = await hearSound(ctx, bytes ?? NOTHING, query.source, signal);
    if (!heard.ok) return heard.reason === "cannot_be_heard" ? fileRefusal(heard) : heard;
    const found = await findQuerySound(ctx.actor.id, heard.value.id);
    return found ? ok(found.sound) : refused("busy");
  },
});
