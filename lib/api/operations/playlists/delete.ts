import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { deletePlaylist as run } from "@/lib/playlists/mutations";

export const deletePlaylist = defineOperation({
  method: "DELETE",
  path: "/playlists/:id",
  summary: "Deletes a playlist, but none of its samples.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params }) => run(ctx, params),
});
