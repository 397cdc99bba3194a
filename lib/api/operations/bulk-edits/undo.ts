import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { undoBulkEdit as undo } from "@/lib/bulk-edits/mutations";
import { ok } from "@/lib/errors";
import { bulkEditDto, NO_SUCH_EDIT, toBulkEditDto } from "./dto";

export const undoBulkEdit = defineOperation({
  method: "POST",
  path: "/bulk-edits/:id/undo",
  summary: "Gives samples the values back that they had before an edit, where nothing has changed them since.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  response: json(bulkEditDto),
  errors: {
    not_found: NO_SUCH_EDIT,
    still_running: { status: 409, title: "The edit is still running", detail: "Undo it when it has ended." },
  },
  async handle({ ctx, params }) {
    const edit = await undo(ctx, params);
    return edit.ok ? ok(toBulkEditDto(edit.value)) : edit;
  },
});
