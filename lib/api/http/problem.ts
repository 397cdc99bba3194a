import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";
import { msg } from "@/lib/language/text";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import type { ApiEnv } from "./api-env";

export const PROBLEM_STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  unauthenticated: 401,
  forbidden: 403,
  feature_off: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  rate_limited: 429,
  storage_unavailable: 503,
  database_unavailable: 503,
  executor_unavailable: 503,
  internal: 500,
};

export const PROBLEM_TITLES: Record<ErrorCode, string> = {
  unauthenticated: msg("Sign in first"),
  forbidden: msg("Not allowed"),
  feature_off: msg("This feature is switched off"),
  not_found: msg("Not found"),
  invalid_input: msg("The request is not valid"),
  conflict: msg("The request conflicts with the current state"),
  rate_limited: msg("Too many requests"),
  storage_unavailable: msg("Storage cannot be reached"),
  database_unavailable: msg("The database cannot be reached"),
  executor_unavailable: msg("Background work cannot be started"),
  internal: msg("Something went wrong on our side"),
};

export interface Problem {
  status: ContentfulStatusCode;
  /** Stable; what a program decides by. */
  code: string;
  title: string;
  detail?: string | undefined;
  errors?: InvalidPart[];
  [member: string]: unknown;
}

/** What is wrong with one part of a request: a place in the body, a parameter of the address, or a header. */
export interface InvalidPart {
  pointer?: string;
  parameter?: string;
  header?: string;
  detail: string;
}

/** A request that does not parse. */
export class InvalidRequestError extends AppError {
  constructor(readonly errors: InvalidPart[]) {
    super("invalid_input");
  }
}

export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join("");
}

/** RFC 9457, with a stable `code` and the id the log knows the request by. */
export function problem(c: Context<ApiEnv>, { status, code, title, ...members }: Problem): Response {
  const body = {
    type: `urn:samplemind:problem:${code}`,
    title,
    status,
    code,
    ...members,
    requestId: c.get("requestId"),
  };
  c.header("Cache-Control", "no-store");
  return c.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json" });
}

export function refusal(c: Context<ApiEnv>, code: ErrorCode): Response {
  return problem(c, { status: PROBLEM_STATUS[code], code, title: PROBLEM_TITLES[code] });
}

/** The answer to a thrown error. Our own codes and failed parses are passed on; the rest is logged and `internal`. */
export function problemOf(error: unknown, c: Context<ApiEnv>): Response {
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), detail: message }));
    return problemOf(new InvalidRequestError(errors), c);
  }
  if (error instanceof InvalidRequestError) {
    const { errors } = error;
    return problem(c, {
      status: PROBLEM_STATUS.invalid_input,
      code: error.code,
      title: PROBLEM_TITLES.invalid_input,
      errors,
    });
  }
  const code = errorCodeOf(error);
  if (PROBLEM_STATUS[code] >= 500) {
    logger().error(
      { requestId: c.get("requestId"), method: c.req.method, path: c.req.path, err: error },
      "request failed",
    );
  }
  return refusal(c, code);
}
