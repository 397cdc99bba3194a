import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { findLibraryFolders } from "@/lib/library/folders/data";
import { libraryFoldersSchema } from "@/lib/library/schema";
import { folderDto } from "./dto";

export const listLibraryFolders = defineOperation({
  method: "GET",
  path: "/library/folders",
  summary: "Lists the folders directly below one, or at the top, with how many samples are in and below each.",
  scope: "samples:read",
  rateClass: "studio",
  query: libraryFoldersSchema,
  response: page(folderDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  handle: ({ ctx, query }) => findLibraryFolders(ctx.actor.id, query),
});
