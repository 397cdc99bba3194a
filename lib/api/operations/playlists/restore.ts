import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { restorePlaylist as run } from "@/lib/playlists/mutations";
import { restorePlaylistSchema } from "@/lib/playlists/schema";
import { CANNOT_RESTORE, TOO_MANY_PLAYLISTS } from "./errors";

export const restorePlaylist = defineOperation({
  method: "POST",
  path: "/playlists/:id/restore",
  summary: "Puts a deleted playlist back, with the receipt of the deletion.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: restorePlaylistSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: CANNOT_RESTORE, too_many_playlists: TOO_MANY_PLAYLISTS },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
