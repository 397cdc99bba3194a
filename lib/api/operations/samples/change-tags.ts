import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as tags from "@/lib/samples/tags/mutations";
import { tagChangesSchema } from "@/lib/samples/tags/schema";
import { TOO_MANY_TAGS } from "./errors";

export const changeTags = defineOperation({
  method: "PATCH",
  path: "/samples/:id/tags",
  summary: "Gives tags to one sample, takes tags off it, or goes back to what was measured.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: tagChangesSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND, too_many_tags: TOO_MANY_TAGS },
  handle: ({ ctx, params, body }) => tags.changeTags(ctx, { ...params, ...body }),
});
