import { createMiddleware } from "hono/factory";
import type { RateClass } from "@/lib/rate-limits/constants";
import { takeRequest } from "@/lib/rate-limits/gate";
import type { RateSubject } from "@/lib/rate-limits/policy";
import { rateLimitHeaders, retryAfterSeconds } from "@/lib/rate-limits/verdict";
import type { ApiContext, ApiEnv } from "./api-env";
import { problem } from "./problem";

/** Counts the request, notes on the answer what is left, and answers 429 where nothing is; else null. */
export async function countRequest(
  c: ApiContext,
  rateClass: RateClass,
  subject: RateSubject,
): Promise<Response | null> {
  const verdict = await takeRequest(rateClass, subject);
  for (const [name, value] of Object.entries(rateLimitHeaders(verdict))) c.header(name, value);
  if (verdict.admitted) return null;
  const seconds = retryAfterSeconds(verdict);
  return problem(c, {
    status: 429,
    code: "rate_limited",
    title: "Too many requests",
    detail: `Wait ${seconds} s before the next request of this kind.`,
    rate_class: rateClass,
    retry_after_seconds: seconds,
  });
}

/** For a caller that is known. */
export const limitRequests = (classOf: (c: ApiContext) => RateClass) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const refusal = await countRequest(c, classOf(c), c.get("rateSubject"));
    return refusal ?? next();
  });
