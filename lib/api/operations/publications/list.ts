import { z } from "zod";
import { cursorOfId, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { listOwnPublications } from "@/lib/gallery/data";
import { publicationDto, toPublicationDto } from "./dto";

const LIST = "publications, newest first";

export const listPublications = defineOperation({
  method: "GET",
  path: "/publications",
  summary: "Lists what you have made public, the newest first, withdrawn ones included.",
  scope: "gallery:publish",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(publicationDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor }, origin }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { items, nextId } = await listOwnPublications(ctx.actor.id, { limit, beforeId: after?.id ?? null });
    return ok({ data: items.map((item) => toPublicationDto(item, origin)), nextCursor: cursorOfId(LIST, nextId) });
  },
});
