import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { pauseScan } from "@/lib/imports/mutations";
import { NO_SCAN, NO_SUCH_IMPORT } from "./errors";

export const pauseImport = defineOperation({
  method: "POST",
  path: "/imports/:id/pause",
  summary: "Pauses the scan of an imported folder.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT, not_running: NO_SCAN },
  handle: ({ ctx, params }) => pauseScan(ctx, params),
});
