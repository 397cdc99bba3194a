import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { setAvatar } from "@/lib/artists/avatar/mutations";
import { AVATAR_BYTES_MAX } from "@/lib/artists/constants";
import { findOwnArtist } from "@/lib/artists/data";
import { ok } from "@/lib/errors";
import { pictureDto, toPictureDto } from "./dto";
import { PICTURE_ERRORS } from "./errors";

const NOTHING = new Uint8Array(0);

export const setArtistPicture = defineOperation({
  method: "POST",
  path: "/artist/picture",
  summary:
    "Gives your public page a picture, sent as the body, which is drawn anew as a square and without what its file says besides.",
  scope: "gallery:publish",
  rateClass: "hearing",
  takesBytes: AVATAR_BYTES_MAX,
  response: json(z.object({ picture: pictureDto.nullable() })),
  errors: PICTURE_ERRORS,
  async handle({ ctx, bytes, signal, origin }) {
    const set = await setAvatar(ctx, bytes ?? NOTHING, signal);
    if (!set.ok) return set;
    const artist = await findOwnArtist(ctx.actor.id);
    return ok({ picture: artist && toPictureDto(origin, artist) });
  },
});
