import type { Context } from "hono";
import type { ActiveSession, Ctx } from "@/lib/auth/actor";

/** What the middleware puts beside a request before an operation sees it. */
export interface ApiEnv {
  Variables: { requestId: string; ctx: Ctx; session: ActiveSession };
}

export type ApiContext = Context<ApiEnv>;
