import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ARCHIVE_ERRORS } from "@/lib/api/operations/downloads/errors";
import { sendSet } from "@/lib/api/operations/downloads/send-archive";
import { refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { findPlaylist } from "@/lib/playlists/data";
import { TOO_MANY_IN_FILE } from "./errors";

export const getPlaylistArchive = defineOperation({
  method: "GET",
  path: "/playlists/:id/archive",
  summary: "Streams a ZIP of the own files of a playlist, named as its list files name them.",
  scope: "samples:download",
  rateClass: "default",
  params: rowId,
  response: raw("application/zip"),
  errors: { not_found: NOT_FOUND, ...ARCHIVE_ERRORS, too_many: TOO_MANY_IN_FILE },
  async handle({ ctx, params, signal }) {
    // A key may download files without seeing any list.
    requirePermission(ctx.actor, "collections:manage");
    const found = await findPlaylist(ctx.actor, params.id);
    if (!found) return refused("not_found");
    return sendSet({ ctx, signal }, { name: found.name, rows: found.steps.map(({ sample }) => sample) });
  },
});
