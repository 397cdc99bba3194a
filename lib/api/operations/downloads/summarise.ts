import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { summariseSelection } from "@/lib/downloads/data";
import { downloadSummarySchema, summaryRequestSchema } from "@/lib/downloads/schema";
import { ok } from "@/lib/errors";

export const summariseDownload = defineOperation({
  method: "POST",
  path: "/downloads/summary",
  summary: "Says how many files a selection has, and how large they are together.",
  scope: "samples:read",
  rateClass: "default",
  body: summaryRequestSchema,
  response: json(downloadSummarySchema),
  handle: async ({ ctx, body }) => ok(await summariseSelection(ctx.actor, body.selection)),
});
