import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { listImportFiles } from "@/lib/imports/data";
import { fileListSchema } from "@/lib/imports/schema";
import { importedFileDto, toImportedFileDto } from "./dto";
import { NO_SUCH_IMPORT } from "./errors";

const LIST = "files of an import folder";

export const listFilesOfImport = defineOperation({
  method: "GET",
  path: "/imports/:id/files",
  summary: "Lists the files of an imported folder: all, or those with problems, gone, changed or moved.",
  scope: "imports:manage",
  rateClass: "studio",
  params: rowId,
  query: z.object({ ...pageQuery, list: fileListSchema }),
  response: page(importedFileDto),
  errors: { not_found: NO_SUCH_IMPORT, invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, params, query: { limit, cursor, list } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const found = await listImportFiles(ctx.actor.id, params.id, { list, limit, after });
    if (!found) return refused("not_found");
    return ok({ data: found.files.map(toImportedFileDto), nextCursor: cursorOf(LIST, found.next) });
  },
});
