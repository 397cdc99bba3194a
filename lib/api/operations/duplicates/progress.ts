import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { findDuplicateProgress } from "@/lib/duplicates/data";
import { ok } from "@/lib/errors";

export const getDuplicateProgress = defineOperation({
  method: "GET",
  path: "/duplicates/progress",
  summary: "Says how many samples were looked up for duplicates, and how many still wait.",
  scope: "samples:read",
  rateClass: "default",
  response: json(z.object({ lookedUp: z.number().int(), waiting: z.number().int() })),
  handle: async ({ ctx }) => ok(await findDuplicateProgress(ctx.actor.id)),
});
