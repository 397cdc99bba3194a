import type { Context } from "hono";
import type { Ctx } from "@/lib/identity/actor";
import type { RateSubject } from "@/lib/rate-limits/policy";

/** What the middleware adds to a request before an operation runs. */
export interface ApiEnv {
  Variables: { requestId: string; ctx: Ctx; rateSubject: RateSubject };
}

export type ApiContext = Context<ApiEnv>;
