import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { deletePlaylist as run } from "@/lib/playlists/mutations";

export const deletePlaylist = defineOperation({
  method: "DELETE",
  path: "/playlists/:id",
  summary: "Deletes a playlist but none of its samples, with a receipt that puts it back within an hour.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: json(z.object({ receipt: z.string() })),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params }) => run(ctx, params),
});
