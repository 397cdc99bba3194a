import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { removeFolder } from "@/lib/imports/mutations";
import { NO_SUCH_IMPORT } from "./errors";

export const removeImport = defineOperation({
  method: "DELETE",
  path: "/imports/:id",
  summary: "Forgets an imported folder and keeps its samples.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT },
  handle: ({ ctx, params }) => removeFolder(ctx, params),
});
