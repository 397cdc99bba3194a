import { createMiddleware } from "hono/factory";
import type { RateClass } from "@/lib/rate-limits/constants";
import { takeRequest } from "@/lib/rate-limits/gate";
import type { RateSubject } from "@/lib/rate-limits/policy";
import { rateLimitHeaders, retryAfterSeconds } from "@/lib/rate-limits/verdict";
import type { ApiContext, ApiEnv } from "./api-env";
import type { AnyOperation } from "./operation";
import { problem } from "./problem";

/** Counts the request and says in headers how many are left. Returns the 429 answer if there are none, else null. */
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
    rateClass,
    retryAfterSeconds: seconds,
  });
}

/** Limits a caller who is known. */
export const limitRequests = (rateClass: AnyOperation["rateClass"]) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const counted = typeof rateClass === "function" ? rateClass(c.req.query()) : rateClass;
    const refusal = await countRequest(c, counted, c.get("rateSubject"));
    return refusal ?? next();
  });
