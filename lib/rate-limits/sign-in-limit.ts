import { v7 as uuidv7 } from "uuid";
import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "@/lib/request/client-address";
import { requestOrigin } from "@/lib/request/request-origin";
import { takeRequest } from "./gate";
import { rateLimitHeaders, retryAfterSeconds } from "./verdict";

/** Steps of next-auth that check a password, a code or another service's answer. */
const COUNTED_STEPS = new Set(["signin", "callback"]);

/** The sign-in page's `error` parameter after too many attempts. */
const RATE_LIMITED_ERROR = "RateLimited";

/**
 * Counts an attempt to sign in by address, before any password is checked. Returns null if it may continue, otherwise
 * the response. The client of next-auth reads the error from its `url`.
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
    const detail = `Wait ${retryAfterSeconds(verdict)} s before you try again.`;
    return problemResponse(429, "rate_limited", { title: "Too many attempts", detail, url, requestId }, headers);
  } catch (error) {
    logger().error({ requestId, err: error }, "could not count a sign-in attempt");
    const code = errorCodeOf(error);
    const status = code === "database_unavailable" ? 503 : 500;
    return problemResponse(status, code, { title: "Sign-in is not available right now", requestId });
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
