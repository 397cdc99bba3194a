import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { listPlaylists as list } from "@/lib/playlists/data";
import { playlistHeadDto } from "./dto";

const LIST = "playlists, newest first";
/** They are in the order of their ids, so their position needs no time. */
const NO_TIME = new Date(0).toISOString();

export const listPlaylists = defineOperation({
  method: "GET",
  path: "/playlists",
  summary: "Lists playlists, the newest first.",
  scope: "collections:manage",
  rateClass: "default",
  query: z.object(pageQuery),
  response: page(playlistHeadDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { playlists, next } = await list(ctx.actor.id, { limit, after: after?.id ?? null });
    return ok({ data: playlists, nextCursor: cursorOf(LIST, next === null ? null : { createdAt: NO_TIME, id: next }) });
  },
});
