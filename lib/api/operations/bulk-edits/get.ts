import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { findBulkEdit } from "@/lib/bulk-edits/data";
import { ok, refused } from "@/lib/errors";
import { bulkEditDto, NO_SUCH_EDIT, toBulkEditDto } from "./dto";

export const getBulkEdit = defineOperation({
  method: "GET",
  path: "/bulk-edits/:id",
  summary: "One bulk edit: how far it is, and how many samples came to which result.",
  scope: "samples:read",
  // The page asks until it has ended.
  rateClass: "studio",
  params: rowId,
  response: json(bulkEditDto),
  errors: { not_found: NO_SUCH_EDIT },
  async handle({ ctx, params }) {
    const edit = await findBulkEdit(ctx.actor.id, params.id);
    return edit ? ok(toBulkEditDto(edit)) : refused("not_found");
  },
});
