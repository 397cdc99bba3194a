import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { restoreSamples } from "@/lib/samples/mutations";
import { sampleIdsSchema } from "@/lib/samples/schema";
import { sampleIdsDto } from "./dto";

export const restoreTrash = defineOperation({
  method: "POST",
  path: "/trash/restore",
  summary: "Restores samples from the trash.",
  scope: "samples:delete",
  rateClass: "default",
  body: sampleIdsSchema,
  response: json(sampleIdsDto),
  handle: ({ ctx, body }) => restoreSamples(ctx, body),
});
