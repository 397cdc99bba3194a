import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { resumeScan } from "@/lib/imports/mutations";
import { NO_SCAN, NO_SUCH_IMPORT } from "./errors";

export const resumeImport = defineOperation({
  method: "POST",
  path: "/imports/:id/resume",
  summary: "Goes on with a scan that is paused, stopped, or could not reach its folder.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT, not_paused: NO_SCAN, feature_off: FEATURE_OFF },
  handle: ({ ctx, params }) => resumeScan(ctx, params),
});
