import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { GONE, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { findPublicItem } from "@/lib/gallery/data";
import { galleryDetailDto, toGalleryDetailDto } from "./dto";

export const getGalleryItem = defineOperation({
  method: "GET",
  path: "/gallery/:slug",
  summary: "Gives one public sound with all that its page says.",
  scope: "search:text",
  rateClass: "default",
  params: z.object({ slug: z.string() }),
  response: json(galleryDetailDto),
  errors: { not_found: NOT_FOUND, gone: GONE },
  async handle({ ctx, params, origin }) {
    const found = await findPublicItem(ctx.actor.id, params.slug);
    if (found === "gone") return refused("gone");
    return found ? ok(toGalleryDetailDto(found, origin)) : refused("not_found");
  },
});
