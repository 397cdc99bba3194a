import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { empty } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { TOO_MANY_TAGS } from "@/lib/api/operations/samples/errors";
import { answerSuggestions } from "@/lib/tag-suggestions/mutations";
import { answersSchema } from "@/lib/tag-suggestions/schema";

export const answerTagSuggestions = defineOperation({
  method: "POST",
  path: "/samples/:id/tag-suggestions",
  summary: "Takes or refuses suggested tags of one sample, from which later suggestions learn.",
  scope: "samples:update",
  rateClass: "default",
  params: rowId,
  body: answersSchema,
  response: empty(),
  errors: { not_found: NOT_FOUND, too_many_tags: TOO_MANY_TAGS },
  handle: ({ ctx, params, body }) => answerSuggestions(ctx, { ...params, ...body }),
});
