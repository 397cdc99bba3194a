import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { findImportFolder } from "@/lib/imports/data";
import { importFolderDto, toImportFolderDto } from "./dto";
import { NO_SUCH_IMPORT } from "./errors";

export const getImport = defineOperation({
  method: "GET",
  path: "/imports/:id",
  summary: "Shows an imported folder and how far its last scan is.",
  scope: "imports:manage",
  rateClass: "studio",
  params: rowId,
  response: json(importFolderDto),
  errors: { not_found: NO_SUCH_IMPORT },
  async handle({ ctx, params }) {
    const folder = await findImportFolder(ctx.actor.id, params.id);
    return folder ? ok(toImportFolderDto(folder)) : refused("not_found");
  },
});
