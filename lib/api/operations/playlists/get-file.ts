import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { findPlaylist } from "@/lib/playlists/data";
import { TOO_MANY_IN_FILE } from "./errors";
import { answerFile, fileQuery } from "./file-answer";

export const getPlaylistFile = defineOperation({
  method: "GET",
  path: "/playlists/:id/file",
  summary: "Gives a playlist as a file: M3U8, or XML for rekordbox or Traktor.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  query: fileQuery,
  response: raw("application/octet-stream"),
  errors: { not_found: NOT_FOUND, too_many: TOO_MANY_IN_FILE },
  async handle({ ctx, params, query }) {
    // A key may manage lists without seeing what is in them.
    requirePermission(ctx.actor, "samples:read");
    const found = await findPlaylist(ctx.actor, params.id);
    if (!found) return refused("not_found");
    return answerFile(ctx.actor, { name: found.name, rows: found.steps.map(({ sample }) => sample) }, query);
  },
});
