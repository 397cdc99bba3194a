import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import * as batches from "@/lib/batches/mutations";
import { NO_SUCH_BATCH } from "./dto";

export const retryBatch = defineOperation({
  method: "POST",
  path: "/batches/:id/retry",
  summary: "Analyses once more what failed or was stopped in a batch.",
  scope: "batches:create",
  rateClass: "default",
  params: rowId,
  response: json(z.object({ retried: z.number().int().positive() })),
  errors: {
    not_found: NO_SUCH_BATCH,
    nothing_to_retry: {
      status: 409,
      title: "There is nothing to retry",
      detail: "Nothing failed or was stopped, or the files were refused and are gone.",
    },
    feature_off: FEATURE_OFF,
  },
  idempotent: "required",
  handle: ({ ctx, params }) => batches.retryBatch(ctx, params),
});
