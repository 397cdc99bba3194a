import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { v7 as uuidv7 } from "uuid";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { currentActor } from "@/lib/identity/current-actor";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import type { RateClass } from "@/lib/rate-limits/constants";
import { takeRequest } from "@/lib/rate-limits/gate";
import { type RateSubject, subjectOfActor } from "@/lib/rate-limits/policy";
import { requestFacts } from "@/lib/request/client-address";

/** What a failed action tells the browser: a code, and the request id under which the log has the details. */
export interface ActionError {
  code: ErrorCode;
  requestId: string;
}

/** Next.js has already checked that `Origin` matches the host. */
const anyAction = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  handleServerError(error): ActionError {
    const requestId = uuidv7();
    const code = errorCodeOf(error);
    logger().error({ requestId, code, err: error }, "action failed");
    return { code, requestId };
  },
});

async function requireRoom(rateClass: RateClass, subject: RateSubject): Promise<void> {
  const { admitted } = await takeRequest(rateClass, subject);
  if (!admitted) throw new AppError("rate_limited");
}

/** Anyone may call these. They count against the visitor's address, together with sign-ins. */
export const publicAction = anyAction.use(async ({ next }) => {
  const facts = requestFacts(await headers(), uuidv7());
  await requireRoom("sign-in", { kind: "address", address: facts.address });
  return next({ ctx: facts });
});

/** Needs a live session, which the database is asked for at every call. */
export const userAction = anyAction.use(async ({ next }) => {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  await requireRoom("default", subjectOfActor(actor));
  const ctx: Ctx = { actor, ...requestFacts(await headers(), uuidv7()) };
  return next({ ctx });
});

/** Needs the role admin. Each verb also checks its own permission. */
export const adminAction = userAction.use(async ({ next, ctx }) => {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden");
  return next({ ctx });
});
