import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as views from "@/lib/library/views/mutations";
import { viewChangesSchema } from "@/lib/library/views/schema";
import { NAME_TAKEN } from "./errors";

export const changeView = defineOperation({
  method: "PATCH",
  path: "/library/views/:id",
  summary: "Renames a saved view, moves it among the others, or saves another view under its name.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: viewChangesSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND, name_taken: NAME_TAKEN },
  handle: ({ ctx, params, body }) => views.changeView(ctx, params.id, body),
});
