import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { libraryPlaceSchema } from "@/lib/library/schema";
import { findLibraryPlace } from "@/lib/library/window/data";
import { placeDto } from "./dto";

export const getLibraryPlace = defineOperation({
  method: "GET",
  path: "/library/place",
  summary: "Says on which page of a list a sample is.",
  scope: "samples:read",
  rateClass: "studio",
  query: libraryPlaceSchema,
  response: json(placeDto),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, query }) => findLibraryPlace(ctx.actor, query),
});
