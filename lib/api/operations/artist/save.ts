import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { findOwnArtist } from "@/lib/artists/data";
import { saveArtist as save } from "@/lib/artists/mutations";
import { saveArtistSchema } from "@/lib/artists/schema";
import { AppError, ok } from "@/lib/errors";
import { artistDto, toArtistDto } from "./dto";
import { DEMO_ACCOUNT, HANDLE_TAKEN } from "./errors";

export const saveArtist = defineOperation({
  method: "POST",
  path: "/artist",
  summary: "Makes your public page or changes it, where a new handle gives the old one up.",
  scope: "gallery:publish",
  rateClass: "default",
  body: saveArtistSchema,
  response: json(artistDto),
  errors: { handle_taken: HANDLE_TAKEN, demo_account: DEMO_ACCOUNT, feature_off: FEATURE_OFF },
  idempotent: true,
  async handle({ ctx, body, origin }) {
    const saved = await save(ctx, body);
    if (!saved.ok) return saved;
    const artist = await findOwnArtist(ctx.actor.id);
    if (!artist) throw new AppError("internal", { message: "the public page is gone again" });
    return ok(toArtistDto(artist, origin));
  },
});
