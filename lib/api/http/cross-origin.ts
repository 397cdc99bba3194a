import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { env } from "@/lib/env";
import type { ApiEnv } from "./api-env";

const PREFLIGHT_SECONDS = 600;

const allow = cors({
  origin: (origin) => origin,
  allowMethods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
  allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key"],
  exposeHeaders: ["X-Request-Id", "Idempotency-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After"],
  maxAge: PREFLIGHT_SECONDS,
});

/**
 * Lets pages of the configured web sites call the API with a key. Credentials are not allowed, so a person's cookie
 * opens nothing from there. Other sites get no such header at all.
 */
export const allowCrossOrigin = createMiddleware<ApiEnv>(async (c, next) => {
  const origin = c.req.header("origin");
  if (origin !== undefined && env.API_CORS_ORIGINS.includes(origin)) return allow(c, next);
  c.header("Vary", "Origin", { append: true });
  return next();
});
