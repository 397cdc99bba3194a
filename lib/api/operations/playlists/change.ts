import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { changePlaylist as run } from "@/lib/playlists/mutations";
import { changePlaylistSchema } from "@/lib/playlists/schema";

export const changePlaylist = defineOperation({
  method: "PATCH",
  path: "/playlists/:id",
  summary: "Renames a playlist, or orders its samples anew.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: changePlaylistSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
