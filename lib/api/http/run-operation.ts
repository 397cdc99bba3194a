import type { Handler } from "hono";
import type { ApiEnv } from "./api-env";
import { answerOnce } from "./idempotency/answer-once";
import { missingKey, readIdempotencyKey, requestHash } from "./idempotency/request-key";
import type { AnyOperation } from "./operation";
import { readInput } from "./read-input";
import { writeOutcome } from "./write-outcome";

/** The declaration as Hono runs it: parse, do the work, answer. */
export function runOperation(operation: AnyOperation): Handler<ApiEnv> {
  const { handle, renew, idempotent } = operation;
  return async (c) => {
    const key = idempotent ? readIdempotencyKey(c.req.raw.headers) : null;
    if (idempotent === "required" && key === null) throw missingKey();
    const call = await readInput(c, operation);
    const work = async () => writeOutcome(c, operation, await handle(call));
    if (key === null) return work();
    const request = {
      userId: call.ctx.actor.id,
      operation: `${operation.method} ${operation.path}`,
      key,
      hash: requestHash(c.req.path, await c.req.text()),
    };
    const refresh = renew && (async (data: unknown) => writeOutcome(c, operation, await renew(call, data)));
    return answerOnce(c, request, work, refresh);
  };
}
