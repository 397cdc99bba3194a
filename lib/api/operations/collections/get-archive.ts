import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ARCHIVE_ERRORS } from "@/lib/api/operations/downloads/errors";
import { sendSet } from "@/lib/api/operations/downloads/send-archive";
import { TOO_MANY_IN_FILE } from "@/lib/api/operations/playlists/errors";
import { refused } from "@/lib/errors";
import { requirePermission } from "@/lib/identity/permissions";
import { FILE_SAMPLES_MAX } from "@/lib/playlists/constants";
import { rowsOfCollection } from "@/lib/playlists/set-rows";

export const getCollectionArchive = defineOperation({
  method: "GET",
  path: "/collections/:id/archive",
  summary: "Streams a ZIP of the own files of a collection, named as its list files name them.",
  scope: "samples:download",
  rateClass: "default",
  params: rowId,
  response: raw("application/zip"),
  errors: { not_found: NOT_FOUND, ...ARCHIVE_ERRORS, too_many: TOO_MANY_IN_FILE },
  async handle({ ctx, params, signal }) {
    // A key may download files without seeing any list.
    requirePermission(ctx.actor, "collections:manage");
    const found = await rowsOfCollection(ctx.actor, params.id, FILE_SAMPLES_MAX);
    return found ? sendSet({ ctx, signal }, found) : refused("not_found");
  },
});
