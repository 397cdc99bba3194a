import { v7 as uuidv7 } from "uuid";
import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "@/lib/request/client-address";
import { requestOrigin } from "@/lib/request/request-origin";
import { takeRequest } from "./gate";
import { rateLimitHeaders, retryAfterSeconds } from "./verdict";

/** Steps of next-auth that look at a password, a code or another service's answer. */
const COUNTED_STEPS = new Set(["signin", "callback"]);

/** What the sign-in page is told in `error` when there were too many attempts. */
const RATE_LIMITED_ERROR = "RateLimited";

/**
 * Counts an attempt to sign in by address, before any password is looked at. Null where it may go on; else the answer,
 * whose `url` is what next-auth's own client reads the error from.
 */
export async function limitSignIn(request: Request, step: string | undefined): Promise<Response | null> {
  if (!step || !COUNTED_STEPS.has(step)) return null;
  const requestId = uuidv7();
  try {
    const verdict = await takeRequest("sign-in", { kind: "address", address: clientAddress(request.headers) });
    if (verdict.admitted) return null;
    const url = `${requestOrigin(request.headers)}${SIGN_IN_PATH}?error=${RATE_LIMITED_ERROR}`;
    const headers = rateLimitHeaders(verdict);
    if (request.method === "GET") return new Response(null, { status: 303, headers: { ...headers, Location: url } });
    const detail = `Wait ${retryAfterSeconds(verdict)} s before the next attempt.`;
    return problemResponse(429, "rate_limited", { title: "Too many attempts", detail, url, requestId }, headers);
  } catch (error) {
    logger().error({ requestId, err: error }, "an attempt to sign in could not be counted");
    const code = errorCodeOf(error);
    const status = code === "database_unavailable" ? 503 : 500;
    return problemResponse(status, code, { title: "Nobody can sign in just now", requestId });
  }
}

function problemResponse(
  status: number,
  code: string,
  members: { title: string; requestId: string; detail?: string; url?: string },
  headers: Record<string, string> = {},
): Response {
  const body = { type: `urn:samplemind:problem:${code}`, status, code, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}
