import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { cancelUpload as cancel } from "@/lib/uploads/mutations";
import { NO_SUCH_UPLOAD } from "./errors";

export const cancelUpload = defineOperation({
  method: "DELETE",
  path: "/uploads/:id",
  summary: "Cancels an unfinished upload and deletes what was sent of it.",
  scope: "samples:upload",
  rateClass: "upload",
  params: rowId,
  response: empty(),
  errors: {
    not_found: NO_SUCH_UPLOAD,
    already_complete: { status: 409, title: "The upload is already complete" },
  },
  handle: ({ ctx, params }) => cancel(ctx, params.id),
});
