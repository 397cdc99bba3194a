import { createMiddleware } from "hono/factory";
import { can, type Permission } from "@/lib/identity/permissions";
import type { ApiEnv } from "./api-env";
import { problem } from "./problem";

/** Turns away a person whose role, or a key whose scopes, do not include what the operation needs. */
export const requireScope = (scope: Permission) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const { actor } = c.get("ctx");
    if (can(actor, scope)) return next();
    if (actor.apiKeyId) c.header("WWW-Authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
    const lacking = actor.apiKeyId ? "This key was not given" : "Your account does not have";
    return problem(c, {
      status: 403,
      code: "forbidden",
      title: "Not allowed",
      detail: `${lacking} the permission ${scope}.`,
      requiredScope: scope,
    });
  });
