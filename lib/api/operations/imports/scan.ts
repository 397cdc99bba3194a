import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { scanFolder } from "@/lib/imports/mutations";
import { NO_SUCH_IMPORT } from "./errors";

export const scanImport = defineOperation({
  method: "POST",
  path: "/imports/:id/scan",
  summary: "Scans an imported folder again now.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT, feature_off: FEATURE_OFF },
  handle: ({ ctx, params }) => scanFolder(ctx, params),
});
