import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { actorOf } from "@/lib/auth/actor";
import { isSameOrigin } from "@/lib/auth/request-origin";
import { resolveSession } from "@/lib/auth/session";
import { requestFacts } from "@/lib/platform/client-address";
import type { ApiEnv } from "./api-env";
import { refusal } from "./problem";

const READS = new Set(["GET", "HEAD"]);

/** Who calls: the browser's session. A cookie comes along unasked, so a write must also come from our own pages. */
export const authenticate = createMiddleware<ApiEnv>(async (c, next) => {
  const { headers } = c.req.raw;
  if (!READS.has(c.req.method) && !isSameOrigin(headers)) return refusal(c, "forbidden");
  const session = await resolveSession({ headers, cookie: (name) => getCookie(c, name) });
  if (!session) return refusal(c, "unauthenticated");
  c.set("session", session);
  c.set("ctx", { actor: actorOf(session), ...requestFacts(headers, c.get("requestId")) });
  return next();
});
