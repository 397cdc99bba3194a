import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { page } from "@/lib/api/http/responses";
import { listDoubted } from "@/lib/workbench/data";
import { queueInputSchema, workpieceSchema } from "@/lib/workbench/schema";

export const listWorkbenchQueue = defineOperation({
  method: "GET",
  path: "/workbench/queue",
  summary: "Lists samples with uncertain values that nobody has corrected, the least certain first.",
  scope: "samples:read",
  rateClass: "studio",
  query: queueInputSchema,
  response: page(workpieceSchema),
  errors: { invalid_cursor: INVALID_CURSOR },
  handle: ({ ctx, query }) => listDoubted(ctx.actor.id, query),
});
