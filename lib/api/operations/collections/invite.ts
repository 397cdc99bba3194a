import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { inviteSchema } from "@/lib/collections/schema";
import { inviteMember as run } from "@/lib/collections/sharing/mutations";
import { OWN_ADDRESS, SMART, TOO_MANY_SHARES } from "./errors";

export const inviteToCollection = defineOperation({
  method: "POST",
  path: "/collections/:id/members",
  summary: "Asks whoever has an address to share a collection, and answers the same if nobody has it.",
  scope: "collections:manage",
  rateClass: "default",
  params: rowId,
  body: inviteSchema.omit({ id: true }),
  response: json(z.object({ id: z.uuid() }), 201),
  errors: {
    not_found: NOT_FOUND,
    feature_off: FEATURE_OFF,
    smart: SMART,
    too_many: TOO_MANY_SHARES,
    own_address: OWN_ADDRESS,
  },
  handle: ({ ctx, params, body }) => run(ctx, { ...params, ...body }),
});
