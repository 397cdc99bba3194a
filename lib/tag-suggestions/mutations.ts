import "server-only";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { sayTags } from "@/lib/samples/tags/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type AnswerSuggestions, answerSuggestionsSchema } from "./schema";

/** Takes suggested tags, or refuses them. Both count from then on when tags are suggested for similar samples. */
export async function answerSuggestions(
  ctx: Ctx,
  input: AnswerSuggestions,
): Promise<Result<null, "not_found" | "too_many_tags">> {
  requirePermission(ctx.actor, "samples:update");
  const { id, ...said } = answerSuggestionsSchema.parse(input);
  await requireFlag(ctx.actor, "tag-suggestions");
  const [answer] = await inTransaction(ctx, (work) => sayTags(work, ctx.actor.id, [id.toLowerCase()], said));
  const result = answer?.result ?? "not_found";
  return result === "not_found" || result === "too_many_tags" ? refused(result) : ok(null);
}
