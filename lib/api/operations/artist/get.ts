import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { GONE, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { findPublicArtist } from "@/lib/artists/data";
import { ok, refused } from "@/lib/errors";
import { artistDto, toArtistDto } from "./dto";

export const getArtist = defineOperation({
  method: "GET",
  path: "/artists/:handle",
  summary: "Gives the public page of an artist: name, text, links and picture.",
  scope: "search:text",
  rateClass: "default",
  params: z.object({ handle: z.string() }),
  response: json(artistDto),
  errors: { not_found: NOT_FOUND, gone: GONE },
  async handle({ ctx, params, origin }) {
    const found = await findPublicArtist(ctx.actor.id, params.handle);
    if (found === "gone") return refused("gone");
    return found ? ok(toArtistDto(found, origin)) : refused("not_found");
  },
});
