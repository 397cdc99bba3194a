import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { purgeSamples } from "@/lib/samples/mutations";
import { sampleIdsSchema } from "@/lib/samples/schema";
import { sampleIdsDto } from "./dto";

export const purgeTrash = defineOperation({
  method: "POST",
  path: "/trash/purge",
  summary: "Removes samples from the trash for good.",
  scope: "samples:delete",
  rateClass: "default",
  body: sampleIdsSchema,
  response: json(sampleIdsDto),
  handle: ({ ctx, body }) => purgeSamples(ctx, body),
});
