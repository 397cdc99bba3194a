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

/** What a failed action tells the browser: a code, and the id under which the log has the rest. */
export interface ActionError {
  code: ErrorCode;
  requestId: string;
}

/** Next.js has already compared `Origin` with the host. */
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

/** Anyone may call these: counted by address, with the sign-ins. */
export const publicAction = anyAction.use(async ({ next }) => {
  const facts = requestFacts(await headers(), uuidv7());
  await requireRoom("sign-in", { kind: "address", address: facts.address });
  return next({ ctx: facts });
});

/** Only with a live session, asked of the database at every call. */
export const userAction = anyAction.use(async ({ next }) => {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  await requireRoom("default", subjectOfActor(actor));
  const ctx: Ctx = { actor, ...requestFacts(await headers(), uuidv7()) };
  return next({ ctx });
});

/** Only for administrators: each verb asks for its own permission besides. */
export const adminAction = userAction.use(async ({ next, ctx }) => {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden");
  return next({ ctx });
});
