import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { removeMemberSchema } from "@/lib/collections/schema";
import { removeMember as run } from "@/lib/collections/sharing/mutations";

export const removeCollectionMember = defineOperation({
  method: "POST",
  path: "/collections/:id/members/remove",
  summary: "Ends a membership or an invitation, and takes out what the member added.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: removeMemberSchema.omit({ id: true }),
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
