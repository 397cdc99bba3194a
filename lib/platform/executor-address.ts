import { env } from "@/lib/env";

/** The name under which the application registers with the executor. */
export const EXECUTOR_APP = "samplemind";
/** Where the application serves its durable functions. */
export const SERVE_PATH = "/api/inngest";
/** The usual address of the Inngest development server. */
const DEVELOPMENT_SERVER = "http://127.0.0.1:8288";

/** The executor's address. Null if events go to the hosted service. */
export function executorAddress(): string | null {
  if (env.INNGEST_BASE_URL) return env.INNGEST_BASE_URL;
  if (!env.INNGEST_DEV || env.INNGEST_DEV === "0" || env.INNGEST_DEV === "false") return null;
  return URL.canParse(env.INNGEST_DEV) ? env.INNGEST_DEV : DEVELOPMENT_SERVER;
}

/**
 * The origin that the executor calls. It comes only from configuration: the sender of a request can write anything into
 * its `Host` header, and whoever is registered with the executor gets the data of every event. Undefined if nothing is
 * configured.
 */
export function serveOrigin(): string | undefined {
  const configured = env.INNGEST_SERVE_ORIGIN ?? env.NEXTAUTH_URL ?? env.SAMPLEMIND_APP_URL;
  return configured && new URL(configured).origin;
}
