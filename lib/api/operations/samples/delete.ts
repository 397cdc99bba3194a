import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { deleteSamples } from "@/lib/samples/mutations";

export const deleteSample = defineOperation({
  method: "DELETE",
  path: "/samples/:id",
  summary: "Moves one sample to the trash, from which it can be restored for ten minutes.",
  scope: "samples:delete",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    const { value } = await deleteSamples(ctx, { ids: [params.id] });
    return value.ids.length > 0 ? ok(null) : refused("not_found");
  },
});
