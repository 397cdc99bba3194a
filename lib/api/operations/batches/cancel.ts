import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as batches from "@/lib/batches/mutations";
import { NO_SUCH_BATCH } from "./dto";

export const cancelBatch = defineOperation({
  method: "POST",
  path: "/batches/:id/cancel",
  summary: "Stops what waits in a batch. What is being analysed is finished.",
  scope: "batches:create",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: {
    not_found: NO_SUCH_BATCH,
    already_ended: { status: 409, title: "The batch has ended already" },
    feature_off: FEATURE_OFF,
  },
  handle: ({ ctx, params }) => batches.cancelBatch(ctx, params),
});
