import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { itemResultSchema } from "@/lib/samples/corrections/schema";
import * as rights from "@/lib/samples/rights/mutations";
import { setRightsSchema } from "@/lib/samples/rights/schema";

export const setRights = defineOperation({
  method: "PATCH",
  path: "/rights",
  summary: "Says the same of the rights in many samples, and for each what became of it.",
  scope: "samples:update",
  rateClass: "default",
  body: setRightsSchema,
  response: json(z.object({ results: z.array(itemResultSchema) })),
  handle: ({ ctx, body }) => rights.setRights(ctx, body),
});
