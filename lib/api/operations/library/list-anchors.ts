import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { libraryAnchorsSchema } from "@/lib/library/schema";
import { findLibraryAnchors } from "@/lib/library/window/data";
import { anchorsDto } from "./dto";

export const listLibraryAnchors = defineOperation({
  method: "GET",
  path: "/library/anchors",
  summary: "Gives the cursor with which each page of a list begins, so that any place of it can be reached.",
  scope: "samples:read",
  rateClass: "studio",
  query: libraryAnchorsSchema,
  response: json(anchorsDto),
  errors: { invalid_cursor: INVALID_CURSOR },
  handle: ({ ctx, query }) => findLibraryAnchors(ctx.actor, query),
});
