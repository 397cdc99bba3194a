import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { leaveCollection as run } from "@/lib/collections/sharing/mutations";
import { OWN_ADDRESS } from "./errors";

export const leaveCollection = defineOperation({
  method: "POST",
  path: "/collections/:id/leave",
  summary: "Leaves a shared collection with one's own samples, or declines an invitation.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND, own_address: OWN_ADDRESS },
  handle: ({ ctx, params }) => run(ctx, params),
});
