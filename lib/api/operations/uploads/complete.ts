import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok } from "@/lib/errors";
import { completeUpload as complete } from "@/lib/uploads/mutations";
import { completedUploadDto } from "./dto";
import { NO_SUCH_UPLOAD } from "./errors";

export const completeUpload = defineOperation({
  method: "POST",
  path: "/uploads/:id/complete",
  summary: "Completes an upload whose bytes are all in storage, and starts the analysis.",
  scope: "samples:upload",
  rateClass: "upload",
  params: rowId,
  response: json(completedUploadDto),
  errors: {
    not_found: NO_SUCH_UPLOAD,
    incomplete: { status: 409, title: "Not all bytes have arrived" },
    size_mismatch: { status: 409, title: "The size differs from what was announced" },
  },
  idempotent: true,
  async handle({ ctx, params }) {
    const completed = await complete(ctx, params.id);
    if (!completed.ok) return completed;
    const { sampleId, status } = completed.value;
    return ok({ sampleId, status });
  },
});
