import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { generatePlaylist as run } from "@/lib/playlists/mutations";
import { generateSchema } from "@/lib/playlists/schema";
import { TOO_MANY_PLAYLISTS, TOO_MANY_SAMPLES } from "./errors";

export const generatePlaylist = defineOperation({
  method: "POST",
  path: "/playlists",
  summary: "Puts a collection or a selection in an order that mixes well and follows an energy curve.",
  scope: "collections:manage",
  rateClass: "default",
  body: generateSchema,
  response: json(z.object({ id: z.uuid() }), 201),
  errors: { not_found: NOT_FOUND, too_many: TOO_MANY_SAMPLES, too_many_playlists: TOO_MANY_PLAYLISTS },
  handle: ({ ctx, body }) => run(ctx, body),
});
