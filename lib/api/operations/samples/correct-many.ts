import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import * as corrections from "@/lib/samples/corrections/mutations";
import { correctSamplesSchema, itemResultSchema } from "@/lib/samples/corrections/schema";

export const correctSamples = defineOperation({
  method: "PATCH",
  path: "/corrections",
  summary: "Corrects many samples, and says for each what became of it.",
  scope: "samples:update",
  rateClass: "default",
  body: correctSamplesSchema,
  response: json(z.object({ results: z.array(itemResultSchema) })),
  handle: ({ ctx, body }) => corrections.correctSamples(ctx, body),
});
