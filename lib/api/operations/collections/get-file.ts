import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { TOO_MANY_IN_FILE } from "@/lib/api/operations/playlists/errors";
import { answerFile, fileQuery } from "@/lib/api/operations/playlists/file-answer";
import { refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { FILE_SAMPLES_MAX } from "@/lib/playlists/constants";
import { rowsOfCollection } from "@/lib/playlists/set-rows";

export const getCollectionFile = defineOperation({
  method: "GET",
  path: "/collections/:id/file",
  summary: "Gives a collection in its order as a file: M3U8, or XML for rekordbox or Traktor.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  query: fileQuery,
  response: raw("application/octet-stream"),
  errors: { not_found: NOT_FOUND, too_many: TOO_MANY_IN_FILE },
  async handle({ ctx, params, query }) {
    // A key may manage lists without seeing what is in them.
    requirePermission(ctx.actor, "samples:read");
    const found = await rowsOfCollection(ctx.actor, params.id, FILE_SAMPLES_MAX);
    return found ? answerFile(ctx.actor, found, query) : refused("not_found");
  },
});
