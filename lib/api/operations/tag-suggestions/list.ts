import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { suggestTagsFor } from "@/lib/tag-suggestions/data";
import { suggestedTagSchema } from "@/lib/tag-suggestions/schema";

export const listTagSuggestions = defineOperation({
  method: "GET",
  path: "/samples/:id/tag-suggestions",
  summary: "Suggests tags that similar samples of the library have, the most certain first.",
  scope: "samples:read",
  rateClass: "search",
  params: rowId,
  response: json(z.array(suggestedTagSchema)),
  errors: { not_found: NOT_FOUND },
  async handle({ ctx, params }) {
    await requireFlag(ctx.actor, "tag-suggestions");
    const suggestions = await suggestTagsFor(ctx.actor, params.id);
    return suggestions ? ok(suggestions) : refused("not_found");
  },
});
