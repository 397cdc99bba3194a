import { serve } from "inngest/edge";
import { signRequest } from "@/embedded/inngest/signature";
import { env } from "@/lib/env";
import { executorAddress, SERVE_PATH, serveOrigin } from "@/lib/platform/executor-address";
import { readRegistration } from "@/lib/platform/executor-registration";
import { logger } from "@/lib/platform/logger";
import { serving } from "./serving";

const ANSWER_TIMEOUT_MS = 5_000;

/**
 * Registers the functions again if the executor has lost them or would call them elsewhere. Only one executor of our own
 * is asked: a hosted one loses nothing, and registering there is the operator's decision. Never throws.
 */
export async function keepRegistered(): Promise<void> {
  const [address, origin] = [executorAddress(), serveOrigin()];
  if (!address || !origin) return;
  try {
    const found = await readRegistration(address, AbortSignal.timeout(ANSWER_TIMEOUT_MS));
    if (found === "registered") return;
    const problem = await register(origin);
    if (problem) logger().warn({ found, problem }, "the functions could not be registered with the executor");
    else logger().info({ found }, "the functions are registered with the executor again");
  } catch (error) {
    // It is away. Health says so.
    logger().debug({ err: error }, "the executor did not say which functions it knows");
  }
}

/** Asks the handler that serves the functions to register them. It is in this process, so no proxy is in between. */
async function register(origin: string): Promise<string | null> {
  const body = {};
  const headers: Record<string, string> = { host: new URL(origin).host, "content-type": "application/json" };
  const key = env.INNGEST_SIGNING_KEY;
  if (key) headers["x-inngest-signature"] = signRequest(key, body, Date.now());
  const url = `${origin}${SERVE_PATH}`;
  const answer = await serve(serving)(new Request(url, { method: "PUT", headers, body: JSON.stringify(body) }));
  return answer.ok ? null : `HTTP ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
}
