import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiContext } from "@/lib/api/http/api-env";
import { problem, problemOf } from "@/lib/api/http/problem";
import { logger } from "@/lib/platform/logger";
import { claimKey, type KeyedRequest, keepAnswer, releaseKey } from "./gate";

/** Makes a stored answer fresh, given its `data`. */
type Renew = (data: unknown) => Promise<Response>;

/** Does the work if this key is new. Otherwise gives the answer that the first request got. */
export async function answerOnce(
  c: ApiContext,
  request: KeyedRequest,
  work: () => Promise<Response>,
  renew?: Renew,
): Promise<Response> {
  const claim = await claimKey(request);
  switch (claim.kind) {
    case "reused":
      return problem(c, {
        status: 422,
        code: "idempotency_key_reused",
        title: "This Idempotency-Key belongs to another request",
        detail: "Send each new request with a new key.",
      });
    case "in_progress":
      return problem(c, {
        status: 409,
        code: "idempotency_in_progress",
        title: "The same request is still being processed",
        detail: "Send it again in a moment to get the answer.",
      });
    case "answered":
      c.header("Idempotency-Replayed", "true");
      return replay(c, claim, renew);
    case "mine": {
      const response = await work().catch((error: unknown) => problemOf(error, c));
      await settle(c, request, claim.claimedAt, response);
      return response;
    }
  }
}

async function replay(
  c: ApiContext,
  { status, body }: { status: number; body: unknown },
  renew?: Renew,
): Promise<Response> {
  if (renew && status < 400) return renew((body as { data?: unknown } | null)?.data);
  if (body === null) return c.body(null, 204);
  const contentType = status < 400 ? "application/json" : "application/problem+json";
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { "Content-Type": contentType });
}

/** Stores the answer, unless it only says to come back later. The caller gets it even if it cannot be stored. */
async function settle(c: ApiContext, request: KeyedRequest, claimedAt: string, response: Response): Promise<void> {
  const { status } = response;
  try {
    if (status >= 500 || status === 429) return await releaseKey(request, claimedAt);
    const body: unknown = response.body ? await response.clone().json() : null;
    await keepAnswer(request, claimedAt, { status, body });
  } catch (error) {
    logger().warn({ requestId: c.get("requestId"), err: error }, "an answer could not be stored for its key");
  }
}
