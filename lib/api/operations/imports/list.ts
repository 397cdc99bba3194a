import { z } from "zod";
import { cursorOf, INVALID_CURSOR, pageQuery, readCursor } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { ok, refused } from "@/lib/errors";
import { listImportFolders } from "@/lib/imports/data";
import { importFolderDto, toImportFolderDto } from "./dto";

const LIST = "import folders, newest first";

export const listImports = defineOperation({
  method: "GET",
  path: "/imports",
  summary: "Lists the imported folders with how far each is, the newest first.",
  scope: "imports:manage",
  rateClass: "studio",
  query: z.object(pageQuery),
  response: page(importFolderDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query: { limit, cursor } }) {
    const after = cursor === undefined ? null : readCursor(LIST, cursor);
    if (cursor !== undefined && !after) return refused("invalid_cursor");
    const { folders, next } = await listImportFolders(ctx.actor.id, { limit, after });
    return ok({ data: folders.map(toImportFolderDto), nextCursor: cursorOf(LIST, next) });
  },
});
