import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { v7 as uuidv7 } from "uuid";
import type { Ctx } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current-actor";
import { AppError, type ErrorCode } from "@/lib/errors";
import { requestFacts } from "@/lib/platform/client-address";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";

/** What a failed action tells the browser: a code, and the id under which the log has the rest. */
export interface ActionError {
  code: ErrorCode;
  requestId: string;
}

/** Anyone may call these. Next.js has already compared `Origin` with the host. */
export const publicAction = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  handleServerError(error): ActionError {
    const requestId = uuidv7();
    const code = errorCodeOf(error);
    logger().error({ requestId, code, err: error }, "action failed");
    return { code, requestId };
  },
});

/** Only with a live session, asked of the database at every call. */
export const userAction = publicAction.use(async ({ next }) => {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated");
  const ctx: Ctx = { actor, ...requestFacts(await headers(), uuidv7()) };
  return next({ ctx });
});
