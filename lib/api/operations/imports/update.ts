import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { changeFolder } from "@/lib/imports/mutations";
import { changeFolderSchema } from "@/lib/imports/schema";
import { NO_SUCH_IMPORT } from "./errors";

export const updateImport = defineOperation({
  method: "PATCH",
  path: "/imports/:id",
  summary: "Sets how often an imported folder is scanned by itself.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  body: changeFolderSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT },
  handle: ({ ctx, params, body }) => changeFolder(ctx, { ...body, id: params.id }),
});
