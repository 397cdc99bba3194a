import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { findPlaylist } from "@/lib/playlists/data";
import { playlistDto, toPlaylistDto } from "./dto";

export const getPlaylist = defineOperation({
  method: "GET",
  path: "/playlists/:id",
  summary: "Shows a playlist with its samples in order and why each is where it is.",
  scope: "collections:manage",
  rateClass: "studio",
  params: rowId,
  response: json(playlistDto),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    // A key may manage lists without seeing what is in them.
    requirePermission(ctx.actor, "samples:read");
    const found = await findPlaylist(ctx.actor, params.id);
    return found ? ok(toPlaylistDto(found)) : refused("not_found");
  },
});
