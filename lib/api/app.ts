import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { v7 as uuidv7 } from "uuid";
import type { ApiEnv } from "./http/api-env";
import { authenticate } from "./http/authenticate";
import { allowCrossOrigin } from "./http/cross-origin";
import { limitRequests } from "./http/limit-requests";
import type { AnyOperation } from "./http/operation";
import { problem, problemOf, refusal } from "./http/problem";
import { requireScope } from "./http/require-scope";
import { runOperation } from "./http/run-operation";
import { OPERATIONS } from "./operation-table";

const BODY_MAX_BYTES = 1024 * 1024;

function limitBody({ takesBytes = BODY_MAX_BYTES, errors }: AnyOperation) {
  const tooLarge = errors?.too_large;
  return bodyLimit({
    maxSize: takesBytes,
    onError: (c) => (tooLarge ? problem(c, { code: "too_large", ...tooLarge }) : refusal(c, "invalid_input")),
  });
}

/** `/api/v1`: `{ data }` where it went well, RFC 9457 problems where it did not. */
export const app = new Hono<ApiEnv>().basePath("/api/v1");

app.use(async (c, next) => {
  c.set("requestId", uuidv7());
  c.header("X-Request-Id", c.get("requestId"));
  c.header("Cache-Control", "private, no-store");
  await next();
  // Hono answers HEAD with the head of GET and leaves the body: a stream that nobody reads would never end.
  if (c.req.method === "HEAD") await c.res.body?.cancel();
});
app.use(allowCrossOrigin);
app.use(authenticate);
app.onError(problemOf);

for (const operation of OPERATIONS) {
  const { method, path, scope, rateClass } = operation;
  app.on(method, path, limitBody(operation), limitRequests(rateClass), requireScope(scope), runOperation(operation));
}
app.all("*", limitRequests("default"), (c) => refusal(c, "not_found"));
