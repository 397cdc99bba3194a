import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { BULK_SAMPLES_MAX } from "@/lib/bulk-edits/constants";
import { bulkEdit } from "@/lib/bulk-edits/mutations";
import { bulkEditSchema } from "@/lib/bulk-edits/schema";
import { ok } from "@/lib/errors";
import { bulkEditDto, toBulkEditDto } from "./dto";

export const beginBulkEdit = defineOperation({
  method: "POST",
  path: "/bulk-edits",
  summary: "Changes many samples in the same way. A large edit is still running when this answers.",
  scope: "samples:update",
  rateClass: "default",
  body: bulkEditSchema,
  response: json(bulkEditDto, 201),
  errors: {
    nothing_selected: { status: 409, title: "The search finds no samples" },
    too_many: { status: 409, title: `One edit can change ${BULK_SAMPLES_MAX} samples` },
  },
  // A tempo that is doubled twice is wrong.
  idempotent: "required",
  async handle({ ctx, body }) {
    const edit = await bulkEdit(ctx, body);
    return edit.ok ? ok(toBulkEditDto(edit.value)) : edit;
  },
});
