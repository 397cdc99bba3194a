import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { cancelScan } from "@/lib/imports/mutations";
import { NO_SCAN, NO_SUCH_IMPORT } from "./errors";

export const cancelImport = defineOperation({
  method: "POST",
  path: "/imports/:id/cancel",
  summary: "Ends the scan of an imported folder and keeps what it has imported.",
  scope: "imports:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NO_SUCH_IMPORT, not_running: NO_SCAN },
  handle: ({ ctx, params }) => cancelScan(ctx, params),
});
