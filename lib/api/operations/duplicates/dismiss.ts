import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { dismissDuplicates as dismiss } from "@/lib/duplicates/mutations";
import { dismissDuplicatesSchema } from "@/lib/duplicates/schema";

export const dismissDuplicates = defineOperation({
  method: "POST",
  path: "/duplicates/dismissals",
  summary: "Says that no two of these samples are duplicates, so that they are never put into one group again.",
  scope: "samples:update",
  rateClass: "default",
  body: dismissDuplicatesSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND },
  handle: ({ ctx, body }) => dismiss(ctx, body),
});
