import type { ApiContext } from "@/lib/api/http/api-env";
import { problem } from "@/lib/api/http/problem";
import type { QuotaRefusal } from "@/lib/quotas/schema";
import { nextStep, refusalSentence } from "@/lib/quotas/sentences";

/** Not 429: waiting a moment and asking again is no use. */
export function quotaProblem(c: ApiContext, refusal: QuotaRefusal): Response {
  const { kind, role, allowed, used, renewsAt } = refusal;
  return problem(c, {
    status: 403,
    code: "quota_exceeded",
    title: "Your quota is used up",
    detail: `${refusalSentence(refusal)} ${nextStep(refusal)}`,
    quota: kind,
    role,
    allowed,
    used,
    left: Math.max(0, allowed - used),
    renews_at: renewsAt,
    next_step: nextStep(refusal),
  });
}
