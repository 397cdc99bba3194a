import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { joinCollection as run } from "@/lib/collections/sharing/mutations";
import { OWN_ADDRESS } from "./errors";

export const joinCollection = defineOperation({
  method: "POST",
  path: "/collections/:id/join",
  summary: "Accepts an invitation to share a collection.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  response: empty(),
  errors: { not_found: NOT_FOUND, feature_off: FEATURE_OFF, own_address: OWN_ADDRESS },
  handle: ({ ctx, params }) => run(ctx, params),
});
