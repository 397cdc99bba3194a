import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { listInvitations } from "@/lib/collections/data";
import { ok } from "@/lib/errors";
import { invitationDto } from "./dto";

export const listCollectionInvitations = defineOperation({
  method: "GET",
  path: "/collection-invitations",
  summary: "Lists the collections that others ask the caller to share.",
  scope: "collections:manage",
  rateClass: "studio",
  response: json(z.array(invitationDto)),
  handle: async ({ ctx }) => ok(await listInvitations(ctx.actor)),
});
