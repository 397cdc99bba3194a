import { inngest } from "@/lib/events/executor-client";
import { SERVE_PATH, serveOrigin } from "@/lib/platform/executor-address";
import { functions } from "./functions/all";

/**
 * How the durable functions are served. Registering sends the signing key's token and an address to call, so a request
 * to register must be signed, and no request decides what that address is.
 */
export const serving = {
  client: inngest,
  functions,
  serveOrigin: serveOrigin(),
  servePath: SERVE_PATH,
  enableUnauthedSync: false,
};
